import { beforeAll, describe, expect, it } from 'vitest';
import { ask, get, guest, operator, type User } from '../../support/cloud/cloud.ts';
import { datesBetween, monthAhead, plusDays } from '../../support/data/days.ts';
import { insist } from '../../support/api/insist.ts';
import { AVAILABILITY, BOOK, SET_INVENTORY } from '../../support/api/operations.ts';
import { grid, newProperty, type Night } from '../../support/data/property.ts';
import { stayInput } from '../../support/data/stay.ts';

const from = monthAhead(2);
const to = monthAhead(5);
let olga: User;
beforeAll(async () => {
  olga = await operator();
});

const set = async (input: object): Promise<Night[]> =>
  (await get(olga, SET_INVENTORY, { input })).setInventory[0].nights;
const book = async (propertyId: string, arrival: string, departure: string, changes = {}) => {
  const [ada, input] = [await guest('ada'), stayInput({ propertyId, arrival, departure, ...changes })];
  return insist(() => ask(ada, BOOK, { input }));
};

describe('setInventory', () => {
  it('answers the range as it is afterwards, over month ends', async () => {
    const propertyId = await newProperty({ from, to });
    const range = { from: plusDays(monthAhead(3), -2), to: plusDays(monthAhead(3), 2) };
    const nights = await set({ propertyId, roomTypeId: 'DLX', ...range, rate: 12_000, minStay: 2 });
    expect(nights).toEqual(
      datesBetween(range.from, range.to).map((date) => ({
        date,
        total: 5,
        available: 5,
        held: 0,
        sold: 0,
        rate: 12_000,
        closed: false,
        closedToArrival: false,
        closedToDeparture: false,
        minStay: 2,
      })),
    );
    expect(await grid(propertyId, range.from, range.to)).toEqual(nights);
  });

  it('reaches only the named weekdays', async () => {
    const propertyId = await newProperty({ from, to });
    const nights = await set({
      propertyId,
      roomTypeId: 'DLX',
      from,
      to,
      weekdays: ['FRIDAY', 'SATURDAY'],
      rate: 20_000,
    });
    for (const { date, rate } of nights) {
      const weekend = [5, 6].includes(new Date(date).getUTCDay());
      expect(rate).toBe(weekend ? 20_000 : 10_000);
    }
  });

  it('closes and opens, for the night, its arrivals and its departures', async () => {
    const propertyId = await newProperty({ from, to });
    const [a, b, c] = [from, plusDays(from, 1), plusDays(from, 2)];
    const one = { propertyId, roomTypeId: 'DLX', from: b, to: c };
    await set({ ...one, closed: true });
    expect((await book(propertyId, a, c)).errors).toMatchObject([{ errorType: 'Closed' }]);
    await set({ ...one, closed: false, closedToArrival: true, closedToDeparture: true });
    expect((await book(propertyId, b, c)).errors).toMatchObject([{ errorType: 'ClosedToArrival' }]);
    expect((await book(propertyId, a, b)).errors).toMatchObject([{ errorType: 'ClosedToDeparture' }]);
    expect((await book(propertyId, a, c)).errors).toEqual([]);
  });

  it('guards a departure day on a page of its own', async () => {
    const propertyId = await newProperty({ from, to });
    const first = monthAhead(3);
    await set({ propertyId, roomTypeId: 'DLX', from: first, to: plusDays(first, 1), closedToDeparture: true });
    expect((await book(propertyId, plusDays(first, -2), first)).errors).toMatchObject([
      { errorType: 'ClosedToDeparture' },
    ]);
    expect((await book(propertyId, plusDays(first, -2), plusDays(first, 1))).errors).toEqual([]);
  });

  it('makes availability negative below what is sold, and sells nothing there until it is made good', async () => {
    const propertyId = await newProperty({ from, to });
    const night = { from, to: plusDays(from, 1) };
    await book(propertyId, night.from, night.to, { units: 4 });
    expect((await set({ propertyId, roomTypeId: 'DLX', ...night, total: 2 }))[0]).toMatchObject({
      total: 2,
      available: -2,
      sold: 4,
    });
    expect((await book(propertyId, night.from, night.to)).errors).toMatchObject([{ errorType: 'SoldOut' }]);
    const { availability } = await get(null, AVAILABILITY, { propertyId, arrival: night.from, departure: night.to });
    expect(availability.roomTypes[0]).toMatchObject({ available: 0, bookable: false, nights: [{ available: -2 }] });
    expect((await set({ propertyId, roomTypeId: 'DLX', ...night, total: 6 }))[0]).toMatchObject({
      available: 2,
      sold: 4,
    });
  });

  it('ignores older source versions, night by night and field by field', async () => {
    const propertyId = await newProperty({ from, to });
    const target = { propertyId, roomTypeId: 'DLX' };
    const [a, b, c] = [from, plusDays(from, 1), plusDays(from, 2)];
    await set({ ...target, from: b, to: c, total: 9, sourceVersion: 20 });
    const nights = await set({ ...target, from: a, to: c, total: 7, rate: 1_000, sourceVersion: 10 });
    expect(nights.map(({ total, rate }) => [total, rate])).toEqual([
      [7, 1_000],
      [9, 1_000],
    ]);
  });

  it('may be repeated, and loses nothing while rooms are being sold', async () => {
    const propertyId = await newProperty({ from, to, total: 100 });
    const range = { from, to: plusDays(from, 3) };
    const sales = Array.from({ length: 30 }, () => book(propertyId, range.from, range.to));
    const changes = Array.from({ length: 10 }, (_, at) =>
      set({ propertyId, roomTypeId: 'DLX', ...range, total: 100 + at, rate: 10_000 }),
    );
    const [sold] = await Promise.all([Promise.all(sales), Promise.all(changes)]);
    expect(sold.every(({ errors }) => errors.length === 0)).toBe(true);
    const last = { propertyId, roomTypeId: 'DLX', ...range, total: 120 };
    await set(last);
    for (const night of await set(last)) expect(night).toMatchObject({ total: 120, available: 90, held: 0, sold: 30 });
  });

  it('creates the pages that are missing, with nothing to sell on the other nights', async () => {
    const propertyId = await newProperty({ from, to });
    const beyond = plusDays(to, 10);
    await set({ propertyId, roomTypeId: 'DLX', from: beyond, to: plusDays(beyond, 1), total: 3 });
    const nights = await grid(propertyId, to, plusDays(to, 12));
    expect(nights.filter((night) => night.total > 0)).toMatchObject([
      { date: beyond, total: 3, available: 3, rate: null },
    ]);
    const { errors } = await book(propertyId, beyond, plusDays(beyond, 1));
    expect(errors).toMatchObject([{ errorType: 'Closed', message: `No rate is loaded for the night of ${beyond}.` }]);
  });
});

describe('what a stay must keep to', () => {
  it('is its minimum stay, by the arrival day’s rule', async () => {
    const propertyId = await newProperty({ from, to });
    await set({ propertyId, roomTypeId: 'DLX', from, to: plusDays(from, 1), minStay: 3 });
    expect((await book(propertyId, from, plusDays(from, 2))).errors).toMatchObject([{ errorType: 'MinimumStay' }]);
    expect((await book(propertyId, from, plusDays(from, 3))).errors).toEqual([]);
    expect((await book(propertyId, plusDays(from, 1), plusDays(from, 2))).errors).toEqual([]);
  });

  it('is the price it was quoted, night by night', async () => {
    const propertyId = await newProperty({ from, to });
    const second = { from: plusDays(from, 1), to: plusDays(from, 2) };
    await set({ propertyId, roomTypeId: 'DLX', ...second, rate: 15_000 });
    const stay = [propertyId, from, plusDays(from, 3)] as const;
    expect((await book(...stay, { expectedTotal: 30_000 })).errors).toMatchObject([{ errorType: 'PriceChanged' }]);
    const { data } = await book(...stay, { expectedTotal: 70_000, units: 2 });
    expect(data.bookRoom).toMatchObject({ nightlyRates: [10_000, 15_000, 10_000], totalPrice: { amount: 70_000 } });
  });
});
