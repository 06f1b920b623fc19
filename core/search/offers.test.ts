import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { packPage } from '../cache/packedPage.ts';
import { sellablePage } from '../cache/sellablePage.ts';
import { type CalendarPage, NO_RATE, pageKey } from '../portable/items/calendarPage.ts';
import { type Day, dayNumber, daysInMonth } from '../portable/days/dates.ts';
import { planStay } from '../portable/sale/stay.ts';
import { offersOf, type PageOf } from './offers.ts';
import { monthsOf } from './search.ts';
import { sampleRoomType } from './testing/samples.ts';

const MONTHS = ['2027-01', '2027-02', '2027-03', '2027-04'];
const DAYS_OF = { '2027-01': 31, '2027-02': 28, '2027-03': 31, '2027-04': 30 } as Record<string, number>;

type Night = { available: number; rate: number; minStay: number; flags: number };

/** Mostly open nights, so that a good part of the stays can be sold. */
const night: fc.Arbitrary<Night> = fc.record({
  available: fc.oneof({ weight: 20, arbitrary: fc.integer({ min: 1, max: 5 }) }, fc.integer({ min: -3, max: 0 })),
  rate: fc.oneof({ weight: 40, arbitrary: fc.integer({ min: 0, max: 90_000 }) }, fc.constant(NO_RATE)),
  minStay: fc.oneof({ weight: 10, arbitrary: fc.constant(1) }, fc.integer({ min: 1, max: 60 })),
  flags: fc.oneof({ weight: 20, arbitrary: fc.constant(0) }, fc.integer({ min: 0, max: 7 })),
});

function pageOf(month: string, nights: Night[]): CalendarPage {
  const own = nights.slice(0, DAYS_OF[month]);
  const where = (flag: number) => own.flatMap((each, index) => (each.flags & flag ? [index] : []));
  return {
    property_id: 'p',
    page: pageKey(month, 'DLX'),
    version: 1,
    total_units: own.map(() => 9),
    available_units: own.map(({ available }) => available),
    reserved_units: own.map(() => 0),
    rate: own.map(({ rate }) => rate),
    min_stay: own.map(({ minStay }) => minStay),
    closed: where(1),
    closed_to_arrival: where(2),
    closed_to_departure: where(4),
    updated_at: '',
    expiry_time: 0,
  };
}

const months = fc.tuple(
  ...MONTHS.map((month) =>
    fc.option(
      fc.array(night, { minLength: 31, maxLength: 31 }).map((nights) => pageOf(month, nights)),
      { freq: 20 },
    ),
  ),
);
const stays = fc
  .record({ month: fc.constantFrom(...MONTHS.slice(0, 3)), day: fc.integer({ min: 1, max: 28 }), nights: fc.nat(32) })
  .map(({ month, day, nights }) => {
    const first: Day = { year: 2027, month: Number(month.slice(5)), day };
    return planStay(first, plus(first, nights + 1));
  });

function plus(day: Day, nights: number): Day {
  let at = day;
  const end = dayNumber(day) + nights;
  while (dayNumber(at) < end) {
    const isLast = at.day === daysInMonth(at.year, at.month);
    at = isLast ? { year: at.year, month: at.month + 1, day: 1 } : { ...at, day: at.day + 1 };
  }
  return at;
}

describe('offers', () => {
  it('are the same from packed pages, of which only the nights of the stay are read', () => {
    let sold = 0;
    fc.assert(
      fc.property(months, stays, fc.integer({ min: 1, max: 2 }), fc.nat(2), (pages, stay, units, oversellAllowance) => {
        const roomTypes = [sampleRoomType('DLX', { oversellAllowance })];
        const wanted = { units, adults: 2, children: 0 };
        const whole: PageOf = (_, month) => pages[MONTHS.indexOf(month)] ?? null;
        const packed: PageOf = (_, month) => {
          const page = pages[MONTHS.indexOf(month)];
          const needed = monthsOf(stay).find((each) => each.month === month);
          if (!needed) throw new Error(`the stay does not need ${month}`);
          return page ? sellablePage(packPage(page), needed.from, needed.to) : null;
        };
        const expected = offersOf(roomTypes, whole, stay, wanted);
        expect(offersOf(roomTypes, packed, stay, wanted)).toEqual(expected);
        sold += expected.length;
      }),
      { numRuns: 1_000 },
    );
    expect(sold).toBeGreaterThan(50);
  });

  it('are of room types that take the party, the cheapest first, then the better, then by id', () => {
    const rates: Record<string, number> = { A: 200, B: 100, C: 100, D: 100, TINY: 1 };
    const open: PageOf = (id) =>
      pageOf(
        '2027-01',
        Array.from({ length: 31 }, () => ({ available: 3, rate: rates[id], minStay: 1, flags: 0 })),
      );
    const roomTypes = [
      sampleRoomType('TINY', { adults: 1 }),
      sampleRoomType('A'),
      sampleRoomType('D'),
      sampleRoomType('C'),
      sampleRoomType('B', { rank: 2 }),
    ];
    const stay = planStay({ year: 2027, month: 1, day: 5 }, { year: 2027, month: 1, day: 7 });
    const offers = offersOf(roomTypes, open, stay, { units: 2, adults: 2, children: 0 });
    expect(offers.map(({ roomType, amount, available }) => [roomType.id, amount, available])).toEqual([
      ['B', 400, 3],
      ['C', 400, 3],
      ['D', 400, 3],
      ['A', 800, 3],
    ]);
    rates.A = 2_000_000_000;
    expect(offersOf([sampleRoomType('A')], open, stay, { units: 2, adults: 2, children: 0 })).toEqual([]);
  });
});

describe('the months a stay needs', () => {
  const day = (month: number, of: number): Day => ({ year: 2027, month, day: of });
  it('have its nights and the day of departure', () => {
    expect(monthsOf(planStay(day(1, 30), day(2, 3)))).toEqual([
      { month: '2027-01', from: 29, to: 31 },
      { month: '2027-02', from: 0, to: 3 },
    ]);
    expect(monthsOf(planStay(day(1, 30), day(2, 1)))).toEqual([
      { month: '2027-01', from: 29, to: 31 },
      { month: '2027-02', from: 0, to: 1 },
    ]);
  });
});
