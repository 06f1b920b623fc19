import { afterAll, beforeAll, expect, it } from 'vitest';
import { cachedAsTable, cacheReader } from '../support/cache.ts';
import { get, guest, metric, redis, staff, type User } from '../support/cloud.ts';
import { monthAhead, plusDays } from '../support/days.ts';
import { BOOK, ON_AVAILABILITY } from '../support/operations.ts';
import { newProperty } from '../support/property.ts';
import { stayInput } from '../support/stay.ts';
import { subscribe } from '../support/subscribe.ts';
import { until } from '../support/until.ts';

const from = monthAhead(3);
const month = from.slice(0, 7);
const ROOM_TYPES = ['A', 'B', 'C', 'D'];

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
  // Which process owes which page is chance: one more sale of each room type brings its page, with all that it missed.
  for (const [at, roomTypeId] of ROOM_TYPES.entries()) await book(propertyId, roomTypeId, 20 + at);
  for (const roomTypeId of ROOM_TYPES) {
    const page = await until(`page ${roomTypeId} in the cache`, () => cache.page(propertyId, month, roomTypeId));
    expect(page.version).toBe(4);
    expect(page.nights).toEqual(await cachedAsTable(propertyId, from, roomTypeId));
  }
});
