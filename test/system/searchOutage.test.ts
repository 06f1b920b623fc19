import { afterAll, beforeAll, expect, it } from 'vitest';
import type { SearchConnection } from '../../generated/types.ts';
import type { Cloud } from '../../local/cloud/contract.ts';
import { startCloud } from '../../local/cloud/start.ts';
import { monthAhead, plusDays } from '../support/data/days.ts';
import { send } from '../support/api/graphql.ts';
import { PUT_PROPERTY, PUT_ROOM_TYPE, SEARCH, SET_INVENTORY } from '../support/api/operations.ts';

/** A cloud of its own, as its cache is killed. */
let cloud: Cloud;
const from = monthAhead(2);
const place = { latitude: 47.37, longitude: 8.54 };

beforeAll(async () => {
  cloud = await startCloud({ port: 0, dataFolder: null });
  const { idToken } = await cloud.signIn({ name: 'olga', email: 'olga@example.com', groups: ['operator'] });
  const put = async (query: string, input: object) =>
    expect((await send(cloud.graphqlUrl, idToken, query, { input })).errors).toEqual([]);
  for (let house = 0; house < 12; house += 1) {
    const propertyId = `house-${house}`;
    const location = { ...place, latitude: place.latitude + house / 100 };
    const rest = { city: 'Zug', country: 'CH', timeZone: 'Europe/Zurich', currency: 'CHF' };
    await put(PUT_PROPERTY, { id: propertyId, name: `House ${house}`, location, ...rest });
    await put(PUT_ROOM_TYPE, { propertyId, id: 'DLX', name: 'Deluxe', rank: 1, adults: 2 });
    const nights = { from, to: plusDays(from, 20), total: house % 4, rate: 10_000 + house };
    await put(SET_INVENTORY, { propertyId, roomTypeId: 'DLX', ...nights });
  }
}, 120_000);
afterAll(() => cloud.stop());

async function search(): Promise<SearchConnection> {
  const input = { near: { ...place, radiusKm: 50 }, arrival: from, departure: plusDays(from, 3), sort: 'PRICE' };
  const { data, errors } = await send(cloud.graphqlUrl, cloud.apiKey, SEARCH, { input });
  expect(errors).toEqual([]);
  return data.searchAvailability;
}

it('a search goes on without the cache, says so, and returns to it by itself', async () => {
  await cloud.drained();
  await expect.poll(search, { timeout: 40_000 }).toMatchObject({ total: 9, searched: 12, source: 'CACHE' });
  const before = { ...(await search()), source: 'CACHE' };

  await cloud.engines.redis!.kill();
  expect(await search()).toEqual({ ...before, source: 'DATABASE' });
  expect(await search()).toEqual({ ...before, source: 'DATABASE' });

  await cloud.engines.redis!.restart();
  await expect.poll(search, { timeout: 40_000, interval: 100 }).toEqual(before);
}, 180_000);
