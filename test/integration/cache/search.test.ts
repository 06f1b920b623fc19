import { randomUUID } from 'node:crypto';
import { beforeAll, describe, expect, it, vi } from 'vitest';
import type { SearchConnection } from '../../../generated/types.ts';
import { ask, get, guest, operator, type User } from '../../support/cloud/cloud.ts';
import { monthAhead, plusDays } from '../../support/data/days.ts';
import { BOOK, PUT_ROOM_TYPE, SEARCH, SET_INVENTORY } from '../../support/api/operations.ts';
import { newProperty } from '../../support/data/property.ts';
import { stayInput } from '../../support/data/stay.ts';

const WAIT_MS = 40_000;
vi.setConfig({ testTimeout: 120_000 });

const from = monthAhead(2);
const to = monthAhead(4);
const stay = { arrival: from, departure: plusDays(from, 2) };
let olga: User;
beforeAll(async () => {
  olga = await operator();
});

const search = async (input: object): Promise<SearchConnection> =>
  (await get(null, SEARCH, { input: { ...stay, ...input } })).searchAvailability;
const found = async (input: object): Promise<string[]> => (await search(input)).items.map((item) => item.propertyId);
/** What was just changed reaches the cache soon, not at once, and a property's room types after the property. */
const soon = (input: object) => expect.poll(() => found(input), { timeout: WAIT_MS });
const set = (propertyId: string, input: object) =>
  get(olga, SET_INVENTORY, { input: { propertyId, roomTypeId: 'DLX', from, to, ...input } });

describe('a search by ids', () => {
  it('answers those that can sell the stay, the cheapest first, with their room types', async () => {
    const dear = await newProperty({ from, to, rate: 20_000 });
    const roomTypes = [{ id: 'DLX' }, { id: 'STE', adults: 4 }];
    const cheap = await newProperty({ from, to, rate: 9_000, roomTypes });
    await set(cheap, { roomTypeId: 'STE', rate: 8_000 });
    const connection = () => search({ propertyIds: [dear, cheap, dear, 'nobody-knows-it'], units: 2 });
    await expect.poll(connection, { timeout: WAIT_MS }).toEqual({
      items: [
        {
          propertyId: cheap,
          name: 'Test House',
          city: 'Porto',
          country: 'PT',
          location: null,
          distanceKm: null,
          cheapestTotal: { amount: 32_000, currency: 'EUR' },
          roomTypes: [
            {
              roomTypeId: 'STE',
              name: 'Type STE',
              rank: 1,
              available: 5,
              totalPrice: { amount: 32_000, currency: 'EUR' },
            },
            {
              roomTypeId: 'DLX',
              name: 'Type DLX',
              rank: 1,
              available: 5,
              totalPrice: { amount: 36_000, currency: 'EUR' },
            },
          ],
        },
        expect.objectContaining({ propertyId: dear, cheapestTotal: { amount: 80_000, currency: 'EUR' } }),
      ],
      nextToken: null,
      total: 2,
      searched: 2,
      source: 'CACHE',
    });
  });

  it('asks whether the party fits into one unit', async () => {
    const roomTypes = [{ id: 'DLX' }, { id: 'FAM', adults: 2, children: 3 }];
    const id = await newProperty({ from, to, roomTypes });
    const types = async (party: object) =>
      (await search({ propertyIds: [id], ...party })).items.flatMap((item) =>
        item.roomTypes.map(({ roomTypeId }) => roomTypeId),
      );
    await expect.poll(() => types({ adults: 2, children: 1 }), { timeout: WAIT_MS }).toHaveLength(2);
    expect(await types({ adults: 2, children: 3 })).toEqual(['FAM']);
    expect(await types({ adults: 3 })).toEqual([]);
  });
});

describe('what a search leaves out', () => {
  it.each([
    ['a night that is sold out', (id: string) => set(id, { from: plusDays(from, 1), to: plusDays(from, 2), total: 0 })],
    ['too few units', (id: string) => set(id, { total: 1 })],
    ['a closed night', (id: string) => set(id, { from: plusDays(from, 1), to: plusDays(from, 2), closed: true })],
    ['an arrival day closed to arrival', (id: string) => set(id, { to: plusDays(from, 1), closedToArrival: true })],
    [
      'a departure day closed to departure',
      (id: string) => set(id, { from: plusDays(from, 2), to: plusDays(from, 3), closedToDeparture: true }),
    ],
    ['a longer minimum stay', (id: string) => set(id, { to: plusDays(from, 1), minStay: 3 })],
  ])('is %s', async (_, change) => {
    const [id, other] = [await newProperty({ from, to }), await newProperty({ from, to })];
    await change(id);
    await soon({ propertyIds: [id, other], units: 2 }).toEqual([other]);
  });

  it('is a night sold by bookRoom', async () => {
    const id = await newProperty({ from, to, total: 1 });
    await get(await guest('sam'), BOOK, { input: stayInput({ propertyId: id, ...stay }) });
    await soon({ propertyIds: [id] }).toEqual([]);
    const after = { arrival: stay.departure, departure: plusDays(stay.departure, 1) };
    await soon({ propertyIds: [id], ...after }).toEqual([id]);
  });

  it('is a departure closed on the first day of the next month', async () => {
    const [id, other] = [await newProperty({ from, to }), await newProperty({ from, to })];
    const end = monthAhead(3);
    await set(id, { from: end, to: plusDays(end, 1), closedToDeparture: true });
    const last = { arrival: plusDays(end, -2), departure: end };
    await soon({ propertyIds: [id, other], ...last }).toEqual([other]);
    await soon({ propertyIds: [id, other], ...last, departure: plusDays(end, 1) }).toHaveLength(2);
  });

  it('is not a stay up to the end of the calendar', async () => {
    const id = await newProperty({ from, to });
    await soon({ propertyIds: [id], arrival: plusDays(to, -1), departure: to }).toEqual([id]);
    await soon({ propertyIds: [id], arrival: plusDays(to, -1), departure: plusDays(to, 1) }).toEqual([]);
  });
});

/** A place that no other test searches around. */
const somewhere = () => ({ latitude: Math.random() * 120 - 60, longitude: Math.random() * 360 - 180 });
const north = ({ latitude, longitude }: { latitude: number; longitude: number }, km: number) => ({
  latitude: latitude + km / 111.195,
  longitude,
});

describe('a search around a place', () => {
  it('answers the nearest first, or the cheapest, within the radius', async () => {
    const place = somewhere();
    const at = (km: number, rate: number) => newProperty({ from, to, rate, location: north(place, km) });
    const [far, near, beyond] = [await at(40, 5_000), await at(3, 9_000), await at(52, 1_000)];
    await soon({ near: { ...place, radiusKm: 60 } }).toEqual([near, far, beyond]);
    const { items } = await search({ near: { ...place, radiusKm: 50 } });
    expect(items.map((item) => item.propertyId)).toEqual([near, far]);
    expect(items[0].distanceKm).toBeCloseTo(3, 1);
    expect(items[1].distanceKm).toBeCloseTo(40, 1);
    expect(items[0].location?.latitude).toBeCloseTo(north(place, 3).latitude, 9);
    expect(await found({ near: { ...place, radiusKm: 50 }, sort: 'PRICE' })).toEqual([far, near]);
  });

  it('finds neighbours over the 180th meridian', async () => {
    const latitude = Math.random() * 60;
    const id = await newProperty({ from, to, location: { latitude, longitude: -179.95 } });
    await soon({ near: { latitude, longitude: 179.95, radiusKm: 20 } }).toContain(id);
  });

  it('keeps prices of different currencies apart', async () => {
    const place = somewhere();
    const with_ = (currency: string, rate: number) =>
      newProperty({ from, to, rate, currency, location: north(place, Math.random()) });
    const ids = [await with_('CHF', 9_000), await with_('EUR', 100), await with_('CHF', 8_000)];
    await soon({ near: { ...place, radiusKm: 5 }, sort: 'PRICE' }).toEqual([ids[2], ids[0], ids[1]]);
  });
});

describe('pages of a search', () => {
  it('bring every hit once, whatever sells out between them', async () => {
    const ids: string[] = [];
    // Of two prices: the order of equal ones is by id.
    for (let at = 0; at < 7; at += 1) ids.push(await newProperty({ from, to, total: 1, rate: at < 4 ? 500 : 700 }));
    const expected = [...ids.slice(0, 4).sort(), ...ids.slice(4).sort()];
    await soon({ propertyIds: ids, limit: 7 }).toEqual(expected);
    const first = await search({ propertyIds: ids, limit: 3 });
    expect(first.total).toBe(7);
    await get(await guest('sam'), BOOK, { input: stayInput({ propertyId: expected[1], ...stay }) });
    const seen = first.items.map((item) => item.propertyId);
    let { nextToken } = first;
    while (nextToken) {
      const page = await search({ propertyIds: ids, limit: 3, nextToken });
      seen.push(...page.items.map((item) => item.propertyId));
      nextToken = page.nextToken;
    }
    expect(seen).toEqual(expected);
  });

  it('belong to one search, and are not made up', async () => {
    const ids = [await newProperty({ from, to }), await newProperty({ from, to })];
    await soon({ propertyIds: ids }).toHaveLength(2);
    const { nextToken } = await search({ propertyIds: ids, limit: 1 });
    expect(nextToken).toBeTypeOf('string');
    const wrong = [
      { propertyIds: ids, nextToken: 'nonsense' },
      { propertyIds: ids, nextToken: `${nextToken}A` },
      { propertyIds: ids, nextToken: nextToken!.replace(/^../, 'XX') },
      { propertyIds: ids, nextToken, units: 2 },
      { propertyIds: [ids[0]], nextToken },
    ];
    for (const input of wrong) {
      const { errors } = await ask(null, SEARCH, { input: { ...stay, ...input } });
      expect(errors).toMatchObject([
        { errorType: 'InvalidInput', message: 'nextToken is none that this search gave.' },
      ]);
    }
  });
});

describe('a search that cannot be', () => {
  const near = { latitude: 1, longitude: 1, radiusKm: 10 };
  it.each([
    [{}, 'Give propertyIds, or near with a place and a radius.'],
    [{ propertyIds: ['a'], near }, 'Give propertyIds or near, not both.'],
    [{ propertyIds: [] }, 'propertyIds must name 1 to 1000 properties.'],
    [{ propertyIds: Array.from({ length: 1_001 }, () => 'a') }, 'propertyIds must name 1 to 1000 properties.'],
    [{ propertyIds: ['a', 'b c'] }, 'propertyIds: b c is no id of a property.'],
    [{ propertyIds: ['a'], sort: 'DISTANCE' }, 'Only a search near a place can be sorted by DISTANCE.'],
    [{ near: { ...near, radiusKm: 101 } }, 'radiusKm must be between 0.1 and 100.'],
    [{ near: { ...near, radiusKm: 0 } }, 'radiusKm must be between 0.1 and 100.'],
    [{ near: { ...near, latitude: 91 } }, 'latitude must be between -90 and 90.'],
    [{ near: { ...near, longitude: -181 } }, 'longitude must be between -180 and 180.'],
    [{ near, departure: from }, 'departure must be after arrival.'],
    [{ near, departure: plusDays(from, 91) }, 'From arrival to departure there may be at most 90 nights.'],
    [{ near, arrival: '2020-01-01', departure: '2020-01-02' }, 'arrival 2020-01-01 lies in the past.'],
    [
      { near, arrival: '2099-01-01', departure: '2099-01-03' },
      'departure 2099-01-03 lies more than three years ahead.',
    ],
    [{ near, units: 51 }, 'units must be between 1 and 50.'],
    [{ near, adults: 0 }, 'adults must be between 1 and 50.'],
    [{ near, children: -1 }, 'children must be between 0 and 50.'],
    [{ near, limit: 101 }, 'limit must be between 1 and 100.'],
  ])('is %j', async (input, message) => {
    const { errors } = await ask(null, SEARCH, { input: { ...stay, ...input } });
    expect(errors).toMatchObject([{ errorType: 'InvalidInput', message }]);
  });
});

it('a search knows what a room type takes soon after that was changed', async () => {
  const id = await newProperty({ from, to });
  await soon({ propertyIds: [id] }).toEqual([id]);
  expect(await found({ propertyIds: [id], adults: 4 })).toEqual([]);
  const roomType = { propertyId: id, id: 'DLX', name: 'Larger', rank: 1, adults: 4 };
  await get(olga, PUT_ROOM_TYPE, { input: roomType });
  await soon({ propertyIds: [id], adults: 4 }).toEqual([id]);
});

it('a search of a thousand ids answers those that exist', async () => {
  const id = await newProperty({ from, to });
  const propertyIds = [...Array.from({ length: 999 }, () => randomUUID()), id];
  const whole = { total: 1, searched: 1, items: [{ propertyId: id }] };
  await expect.poll(() => search({ propertyIds }), { timeout: WAIT_MS }).toMatchObject(whole);
});
