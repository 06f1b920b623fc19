import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { datesOf } from './testing/datesOf.ts';
import { decideOffers, type Terms } from './decideOffers.ts';
import { dateAt, MONTHS, placeOf, waitedPage, type Wish } from './testing/samples.ts';

const TERMS: Terms = { oversellAllowance: 0, currency: 'EUR', today: '2027-03-01', most: 20 };

/** Pages with so many units free from the first date on, night by night. */
function houseOf(free: number[]) {
  const pages = MONTHS.map((month) => {
    const page = waitedPage(month, 9);
    page.available_units = page.available_units.map(
      (_, index) => free[datesOf(0, free.length).indexOf(`${month}-${`${index + 1}`.padStart(2, '0')}`)] ?? 0,
    );
    return [`${month}#DLX`, page] as const;
  });
  return new Map(pages);
}

const wish: fc.Arbitrary<Wish> = fc.record({
  from: fc.nat({ max: 9 }),
  nights: fc.integer({ min: 1, max: 5 }),
  units: fc.integer({ min: 1, max: 3 }),
});

describe('offers', () => {
  it('go to whoever joined first and fits what those before have left, and to all of these', () => {
    const free = fc.array(fc.integer({ min: -1, max: 4 }), { minLength: 14, maxLength: 14 });
    const allowance = fc.nat({ max: 1 });
    fc.assert(
      fc.property(fc.array(wish, { maxLength: 12 }), free, allowance, (wishes, units, oversellAllowance) => {
        const picks = decideOffers(wishes.map(placeOf), houseOf(units), { ...TERMS, oversellAllowance });
        const left = [...units];
        const expected = wishes.flatMap(({ from, nights, units: wanted }, at) => {
          const stay = left.slice(from, from + nights);
          if (stay.some((each) => each + oversellAllowance < wanted)) return [];
          for (let night = from; night < from + nights; night++) left[night] -= wanted;
          return [`w${at}`];
        });
        expect(picks.map(({ place }) => place.booking_id)).toEqual(expected);
        expect(left.every((each, night) => each >= Math.min(units[night], 0 - oversellAllowance))).toBe(true);
      }),
      { numRuns: 500 },
    );
  });

  it('cost what the nights cost, are no more than may be, and none for days that are over', () => {
    const line = [0, 1, 2].map((at) => placeOf({ from: at, nights: 2, units: 1 }, at));
    const free = houseOf([3, 3, 3, 3, 3]);
    expect(decideOffers(line, free, TERMS)[0]).toEqual({ place: line[0], nightlyRates: [100, 100], total: 200 });
    const ids = (terms: Terms) => decideOffers(line, free, terms).map(({ place }) => place.booking_id);
    expect(ids({ ...TERMS, most: 2 })).toEqual(['w0', 'w1']);
    expect(ids({ ...TERMS, today: dateAt(1) })).toEqual(['w1', 'w2']);
  });

  it('are none where the page is missing, closed, or wants longer stays', () => {
    const line = [placeOf({ from: 4, nights: 2, units: 1 }, 0)];
    const free = houseOf([3, 3, 3, 3, 3, 3, 3]);
    const page = free.get('2027-03#DLX')!;
    const withPage = (changes: Partial<typeof page> | null) =>
      decideOffers(line, new Map([...free, ['2027-03#DLX', changes && { ...page, ...changes }]]), TERMS).length;
    expect(withPage({})).toBe(1);
    expect(withPage(null)).toBe(0);
    expect(withPage({ closed: [30] })).toBe(0);
    expect(withPage({ min_stay: page.min_stay.map(() => 3) })).toBe(0);
  });
});
