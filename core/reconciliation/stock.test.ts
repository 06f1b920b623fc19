import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { samplePage, sampleStay } from '../overbooking/testing/samples.ts';
import { formatDay } from '../portable/days/dates.ts';
import { arrivalRanges } from './arrivalRanges.ts';
import { correction } from './correction.ts';
import { driftOf, inBoth } from './drift.ts';
import { bookingsByPage, nightsInMonth, soldNights, type Taking } from './soldNights.ts';

const DAY_MS = 86_400_000;
const START = Date.UTC(2026, 11, 1);
const dateAt = (day: number) => new Date(START + day * DAY_MS).toISOString().slice(0, 10);

/** Stays of a property with two room types over four months, a year's end and a February among them. */
const stay: fc.Arbitrary<Taking> = fc
  .record({
    id: fc.uuid(),
    room: fc.constantFrom('STD', 'DLX'),
    day: fc.nat({ max: 100 }),
    nights: fc.integer({ min: 1, max: 90 }),
    units: fc.integer({ min: 1, max: 3 }),
    status: fc.constantFrom('CONFIRMED', 'CANCELLED', 'QUEUED', 'REFUSED'),
  })
  .map(({ id, room, day, nights, units, status }) => ({
    ...sampleStay(id),
    room_type_id: room,
    arrival: dateAt(day),
    departure: dateAt(day + nights),
    units,
    status: status as Taking['status'],
  }));
const MONTHS = ['2026-12', '2027-01', '2027-02', '2027-03'];

/** By hand: night after night. */
function soldOn(bookings: Taking[], room: string, date: string): number {
  const there = bookings.filter(
    (one) => one.status === 'CONFIRMED' && one.room_type_id === room && one.arrival <= date && date < one.departure,
  );
  return there.reduce((sum, { units }) => sum + units, 0);
}

describe('units sold', () => {
  it('are those of every confirmed stay, night by night, over month ends', () => {
    fc.assert(
      fc.property(fc.array(stay, { maxLength: 12 }), (bookings) => {
        const byPage = bookingsByPage(bookings);
        for (const month of MONTHS) {
          const page = samplePage('STD', month, 5);
          const sold = soldNights(page, byPage.get(page.page) ?? []);
          expect(sold).toEqual(soldNights(page, bookings));
          sold.forEach((units, at) => {
            expect(units).toBe(soldOn(bookings, 'STD', `${month}-${String(at + 1).padStart(2, '0')}`));
          });
        }
      }),
    );
  });

  it('of a booking without dates are none', () => {
    expect(nightsInMonth({ arrival: 'soon', departure: 'later' }, '2026-12')).toEqual([]);
  });
});

describe('a page that was kept by the rules', () => {
  it('shows no drift; each night that was tampered with shows, and no other', () => {
    fc.assert(
      fc.property(
        fc.array(stay, { maxLength: 8 }),
        fc.uniqueArray(fc.nat({ max: 30 }), { maxLength: 4 }),
        fc.integer({ min: 1, max: 5 }),
        (bookings, nights, by) => {
          const full = samplePage('STD', '2026-12', 0);
          const sold = soldNights(full, bookings);
          const page = { ...full, total_units: sold.map((units) => units + 7), available_units: sold.map(() => 7) };
          expect(driftOf(page, sold)).toEqual([]);
          const available_units = page.available_units.map((left, at) => (nights.includes(at) ? left + by : left));
          const drift = driftOf({ ...page, available_units }, sold);
          expect(drift.map(({ index }) => index)).toEqual([...nights].sort((a, b) => a - b));
          for (const night of drift) expect(night.byBookings - night.byPage).toBe(by);
        },
      ),
    );
  });
});

it('drift counts only where two looks show the same', () => {
  const night = { index: 3, date: '2026-12-04', byPage: 1, byBookings: 2 };
  const other = { ...night, index: 4, date: '2026-12-05' };
  expect(inBoth([night, other], [night])).toEqual([night]);
  expect(inBoth([night], [{ ...night, byBookings: 3 }])).toEqual([]);
});

describe('a correction', () => {
  const page = { ...samplePage('STD', '2026-12', 4), total_units: new Array<number>(31).fill(6) };

  it('only ever lowers stock, to what bookings prove, on condition of the version', () => {
    fc.assert(
      fc.property(fc.array(fc.nat({ max: 9 }), { minLength: 31, maxLength: 31 }), (sold) => {
        const drift = driftOf(page, sold);
        const update = correction(page, drift, 'now');
        const under = sold.flatMap((units, at) => (units > 2 ? [at] : []));
        if (under.length === 0) return expect(update).toBeNull();
        const { UpdateExpression = '', ConditionExpression, ExpressionAttributeValues: values } = update!;
        const sets = [...UpdateExpression.matchAll(/#n0\[(\d+)\] = #n0\[\1\] \+ (:v\d+)/g)];
        expect(sets.map(([, at]) => Number(at))).toEqual(under);
        for (const [, at, value] of sets) expect(values[value]).toBe(2 - sold[Number(at)]);
        expect(ConditionExpression).toContain('#n1 = ');
        expect(UpdateExpression.length).toBeLessThan(4_096);
      }),
    );
  });

  it('gives nothing back', () => {
    expect(correction(page, driftOf(page, new Array<number>(31).fill(0)), 'now')).toBeNull();
  });
});

it('the arrivals that are asked for are those of every stay that may have a night in the months', () => {
  fc.assert(
    fc.property(stay, fc.uniqueArray(fc.constantFrom(...MONTHS, '2028-01'), { minLength: 1 }), (booking, months) => {
      const ranges = arrivalRanges(months);
      const isNear = months.some((month) => nightsInMonth(booking, month).length > 0);
      if (isNear)
        expect(ranges.some(({ first, last }) => first <= booking.arrival && booking.arrival <= last)).toBe(true);
      expect(ranges.length).toBe(months.includes('2028-01') && months.length > 1 ? 2 : 1);
    }),
  );
  expect(arrivalRanges(['2027-03'])).toEqual([
    { first: formatDay({ year: 2026, month: 12, day: 2 }), last: '2027-03-31' },
  ]);
});
