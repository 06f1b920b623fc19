import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type CalendarPage, has, NO_RATE } from '../portable/items/calendarPage.ts';
import { packedNights, packedVersion, packPage, unpackNights } from './packedPage.ts';

const night = fc.record({
  available: fc.integer({ min: -10_000, max: 10_000 }),
  rate: fc.oneof(fc.constant(NO_RATE), fc.integer({ min: 0, max: 2_147_483_647 }), fc.nat(100_000)),
  minStay: fc.oneof({ weight: 5, arbitrary: fc.constant(1) }, fc.integer({ min: 1, max: 90 })),
  closed: fc.boolean(),
  closedToArrival: fc.boolean(),
  closedToDeparture: fc.boolean(),
});
type Night = typeof night extends fc.Arbitrary<infer Value> ? Value : never;

function pageOf(nights: Night[], version = 1): CalendarPage {
  const indexesWhere = (flag: 'closed' | 'closedToArrival' | 'closedToDeparture') =>
    nights.flatMap((each, index) => (each[flag] ? [index] : []));
  return {
    property_id: 'lakeside',
    page: '2026-11#DLX',
    version,
    total_units: nights.map(() => 10),
    available_units: nights.map(({ available }) => available),
    reserved_units: nights.map(() => 0),
    rate: nights.map(({ rate }) => rate),
    min_stay: nights.map(({ minStay }) => minStay),
    closed: indexesWhere('closed'),
    // A set that is empty is absent.
    closed_to_arrival: indexesWhere('closedToArrival').length === 0 ? null : indexesWhere('closedToArrival'),
    closed_to_departure: indexesWhere('closedToDeparture'),
    updated_at: '2026-11-01T00:00:00.000Z',
    expiry_time: 0,
  };
}

const ordinary: Night = {
  available: 3,
  rate: 12_000,
  minStay: 2,
  closed: false,
  closedToArrival: false,
  closedToDeparture: false,
};
const month = fc.array(night, { minLength: 28, maxLength: 31 });

describe('a packed page', () => {
  it('gives back every night, whichever are asked for', () => {
    fc.assert(
      fc.property(month, fc.nat(0xffff_ffff), fc.nat(31), fc.nat(31), (nights, version, a, b) => {
        const page = pageOf(nights, version);
        const packed = packPage(page);
        expect([packedVersion(packed), packedNights(packed)]).toEqual([version, nights.length]);
        const [from, to] = [a, b].map((index) => Math.min(index, nights.length)).sort((x, y) => x - y);
        expect(unpackNights(packed, from, to)).toEqual(
          nights.slice(from, to).map((each, offset) => ({
            ...each,
            rate: each.rate === NO_RATE ? null : each.rate,
            closed: has(page.closed, from + offset),
          })),
        );
      }),
    );
  });

  it('takes 6 bytes a night, and 2 more for a minimum stay above 31 nights', () => {
    const nights = Array.from({ length: 30 }, () => ordinary);
    expect(packPage(pageOf(nights))).toHaveLength(6 + 30 * 6);
    expect(
      packPage(pageOf([...nights.slice(2), { ...ordinary, minStay: 32 }, { ...ordinary, minStay: 90 }])),
    ).toHaveLength(6 + 30 * 6 + 4);
  });

  it.each([
    [0xff_fffe, 6],
    [0xff_ffff, 7],
    [NO_RATE, 6],
  ])('with a rate of %i takes %i bytes a night', (rate, bytes) => {
    const nights = [ordinary, { ...ordinary, rate }];
    const packed = packPage(pageOf(nights));
    expect(packed).toHaveLength(6 + 2 * bytes);
    expect(unpackNights(packed, 0, 2).map((each) => each.rate)).toEqual([12_000, rate === NO_RATE ? null : rate]);
  });

  it('can be read where it lies in a larger value', () => {
    const packed = packPage(pageOf([{ ...ordinary, available: -2 }]));
    const value = new Uint8Array(packed.length + 3);
    value.set(packed, 3);
    expect(unpackNights(value.subarray(3), 0, 1)).toEqual([{ ...ordinary, available: -2 }]);
  });

  it.each([
    ['available_units is 32768', { ...ordinary, available: 32_768 }],
    ['rate is -5', { ...ordinary, rate: -5 }],
    ['rate is 1.5', { ...ordinary, rate: 1.5 }],
    ['min_stay is 256', { ...ordinary, minStay: 256 }],
    ['min_stay is 0', { ...ordinary, minStay: 0 }],
  ])('refuses what does not fit: %s', (message, wrong) => {
    expect(() => packPage(pageOf([ordinary, wrong]))).toThrow(message);
  });

  it('refuses nights that it does not have', () => {
    expect(() => unpackNights(packPage(pageOf([ordinary])), 0, 2)).toThrow('no nights 0 to 2');
  });
});
