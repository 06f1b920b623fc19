import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { samplePage, sampleStay } from '../overbooking/testing/samples.ts';
import type { BookingStatus } from '../../generated/types.ts';
import { formatDay } from '../portable/days/dates.ts';
import { arrivalRanges } from './arrivalRanges.ts';
import { correction } from './correction.ts';
import { driftOf, inBoth, unitsToHold, unitsToTake } from './drift.ts';
import { bookingsByPage, nightsInMonth, takenNights, type Taking } from './takenNights.ts';

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
    status: fc.constantFrom<BookingStatus>(
      'CONFIRMED',
      'CHECKED_OUT',
      'CANCELLED',
      'QUEUED',
      'HELD',
      'REQUESTED',
      'EXPIRED',
    ),
  })
  .map(({ id, room, day, nights, units, status }) => ({
    ...sampleStay(id),
    room_type_id: room,
    arrival: dateAt(day),
    departure: dateAt(day + nights),
    units,
    status,
  }));
const MONTHS = ['2026-12', '2027-01', '2027-02', '2027-03'];

/** By hand: night after night. */
function unitsOn(bookings: Taking[], statuses: BookingStatus[], room: string, date: string): number {
  const there = bookings.filter(
    (one) => statuses.includes(one.status) && one.room_type_id === room && one.arrival <= date && date < one.departure,
  );
  return there.reduce((sum, { units }) => sum + units, 0);
}

describe('units taken', () => {
  it('are those of every stay, sold or held, night by night, over month ends', () => {
    fc.assert(
      fc.property(fc.array(stay, { maxLength: 12 }), (bookings) => {
        const byPage = bookingsByPage(bookings);
        for (const month of MONTHS) {
          const page = samplePage('STD', month, 5);
          const taken = takenNights(page, byPage.get(page.page) ?? []);
          expect(taken).toEqual(takenNights(page, bookings));
          taken.forEach(({ sold, held }, at) => {
            const date = `${month}-${String(at + 1).padStart(2, '0')}`;
            expect(sold).toBe(unitsOn(bookings, ['CONFIRMED', 'CHECKED_OUT'], 'STD', date));
            expect(held).toBe(unitsOn(bookings, ['HELD', 'REQUESTED'], 'STD', date));
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
          const taken = takenNights(full, bookings);
          const page = {
            ...full,
            total_units: taken.map(({ sold, held }) => sold + held + 7),
            available_units: taken.map(() => 7),
            reserved_units: taken.map(({ held }) => held),
          };
          expect(driftOf(page, taken)).toEqual([]);
          const available_units = page.available_units.map((left, at) => (nights.includes(at) ? left + by : left));
          const drift = driftOf({ ...page, available_units }, taken);
          expect(drift.map(({ index }) => index)).toEqual([...nights].sort((a, b) => a - b));
          for (const night of drift) expect([unitsToTake(night), unitsToHold(night)]).toEqual([by, 0]);
        },
      ),
    );
  });
});

it('drift counts only where two looks show the same', () => {
  const night = { index: 3, date: '2026-12-04', byPage: { sold: 1, held: 0 }, byBookings: { sold: 2, held: 0 } };
  const other = { ...night, index: 4, date: '2026-12-05' };
  expect(inBoth([night, other], [night])).toEqual([night]);
  expect(inBoth([night], [{ ...night, byBookings: { sold: 2, held: 1 } }])).toEqual([]);
});

describe('a correction', () => {
  const page = { ...samplePage('STD', '2026-12', 4), total_units: new Array<number>(31).fill(6) };

  const night = fc.record({ sold: fc.nat({ max: 9 }), held: fc.nat({ max: 9 }) });

  it('only ever lowers stock and raises what is held, to what bookings prove, on condition of the version', () => {
    fc.assert(
      fc.property(fc.array(night, { minLength: 31, maxLength: 31 }), (taken) => {
        const update = correction(page, driftOf(page, taken), 'now');
        const proven = taken.some(({ sold, held }) => sold + held > 2 || held > 0);
        if (!proven) return expect(update).toBeNull();
        const { UpdateExpression = '', ConditionExpression = '', ExpressionAttributeValues: values } = update!;
        const sets = [...UpdateExpression.matchAll(/(#n\d)\[(\d+)\] = \1\[\2\] \+ (:v\d+)/g)];
        const changes = new Map(sets.map(([, list, at, value]) => [`${list}[${at}]`, values[value] as number]));
        taken.forEach(({ sold, held }, at) => {
          expect(changes.get(`#n0[${at}]`) ?? 0).toBe(Math.min(0, 2 - sold - held) + 0);
          expect(changes.get(`#n1[${at}]`) ?? 0).toBe(held);
        });
        expect(ConditionExpression).toContain('#n2 = ');
        expect(UpdateExpression.length).toBeLessThan(4_096);
        expect(ConditionExpression.length).toBeLessThan(4_096);
      }),
    );
  });

  it('gives nothing back', () => {
    const none = page.total_units.map(() => ({ sold: 0, held: 0 }));
    expect(correction(page, driftOf(page, none), 'now')).toBeNull();
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
