import { isDeepStrictEqual } from 'node:util';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { cachedAsTable, cacheReader } from '../support/cache.ts';
import { drained, get, guest, metric, redis, staff, type User } from '../support/cloud.ts';
import { monthAhead, plusDays } from '../support/days.ts';
import { BOOK, ON_AVAILABILITY } from '../support/operations.ts';
import { newProperty } from '../support/property.ts';
import { stayInput } from '../support/stay.ts';
import { subscribe } from '../support/subscribe.ts';
import { until } from '../support/until.ts';

const from = monthAhead(3);
const month = from.slice(0, 7);
const ROOM_TYPES = ['A', 'B', 'C', 'D'];
const MOST_SALES = 12;

let cache: ReturnType<typeof cacheReader>;
let ada: User;
beforeAll(async () => {
  cache = cacheReader(await redis.url());
  ada = await guest('ada-outage');
});
afterAll(async () => {
  cache.redis.disconnect();
  await redis.restart();
});

async function book(propertyId: string, roomTypeId: string, at: number): Promise<void> {
  const stay = { arrival: plusDays(from, at), departure: plusDays(from, at + 1) };
  await get(ada, BOOK, { input: stayInput({ propertyId, roomTypeId, ...stay }) });
}

it('without the cache sales go on and subscribers are told; back, it agrees with the table', async () => {
  const roomTypes = ROOM_TYPES.map((id) => ({ id }));
  const propertyId = await newProperty({ from, to: monthAhead(4), roomTypes });
  await until('cached month', () => cache.page(propertyId, month, 'D'));
  const subscription = await subscribe(await staff('desk-outage', propertyId), ON_AVAILABILITY, { propertyId });

  await redis.kill();
  const told = new Set<string>();
  for (const [at, roomTypeId] of [...ROOM_TYPES, ...ROOM_TYPES].entries()) await book(propertyId, roomTypeId, at);
  while (told.size < ROOM_TYPES.length) told.add(((await subscription.next()) as { roomTypeId: string }).roomTypeId);
  expect([...told].sort()).toEqual(ROOM_TYPES);
  expect((await metric('CacheOwed'))?.max).toBeGreaterThanOrEqual(1);
  subscription.stop();

  await redis.restart();
  // Which process owes which page, and when it finds the cache back, is chance: the next sale of a room type that does
  // brings its page, with all that it missed.
  for (const roomTypeId of ROOM_TYPES) expect(await sellUntilCached(propertyId, roomTypeId)).toBeLessThan(MOST_SALES);
}, 90_000);

/** How many sales it took until the cache agreed with the table. */
async function sellUntilCached(propertyId: string, roomTypeId: string): Promise<number> {
  for (let sales = 1; sales <= MOST_SALES; sales += 1) {
    await book(propertyId, roomTypeId, 10 + sales);
    await drained();
    const page = await cache.page(propertyId, month, roomTypeId);
    if (page && isDeepStrictEqual(page.nights, await cachedAsTable(propertyId, from, roomTypeId))) return sales;
  }
  return MOST_SALES;
}
