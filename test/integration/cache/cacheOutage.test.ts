import { isDeepStrictEqual } from 'node:util';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { cachedAsTable, cacheReader } from '../../support/parts/cache.ts';
import { drained, get, guest, metric, redis, staff, type User } from '../../support/cloud/cloud.ts';
import { monthAhead, plusDays } from '../../support/data/days.ts';
import { BOOK, ON_AVAILABILITY } from '../../support/api/operations.ts';
import { newProperty, type Night } from '../../support/data/property.ts';
import { stayInput } from '../../support/data/stay.ts';
import { subscribe } from '../../support/api/subscribe.ts';
import { until } from '../../support/until.ts';

const from = monthAhead(3);
const month = from.slice(0, 7);
const ROOM_TYPES = ['A', 'B', 'C', 'D'];
/** More than a test will sell. */
const TOTAL = 1_000;

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
  const propertyId = await newProperty({ from, to: monthAhead(4), total: TOTAL, roomTypes });
  for (const roomTypeId of ROOM_TYPES) await until('cached month', () => cache.page(propertyId, month, roomTypeId));
  const subscription = await subscribe(await staff('desk-outage', propertyId), ON_AVAILABILITY, { propertyId });

  await redis.kill();
  const told = new Set<string>();
  for (const [at, roomTypeId] of [...ROOM_TYPES, ...ROOM_TYPES].entries()) await book(propertyId, roomTypeId, at);
  while (told.size < ROOM_TYPES.length) {
    const { roomTypeId, nights } = (await subscription.next()) as { roomTypeId: string; nights: Night[] };
    // What was loaded may be told late.
    if (nights.some(({ sold }) => sold > 0)) told.add(roomTypeId);
  }
  expect([...told].sort()).toEqual(ROOM_TYPES);
  await until('measure of what is owed', async () => ((await metric('CacheOwed'))?.max ?? 0) >= 1);
  subscription.stop();

  await redis.restart();
  // Which process owes which page, and when it finds the cache back, is chance: the next sale of a room type that does
  // brings its page, with all that it missed.
  for (const roomTypeId of ROOM_TYPES) await sellUntilCached(propertyId, roomTypeId);
}, 180_000);

/** Sells until the cache agrees with the table. */
async function sellUntilCached(propertyId: string, roomTypeId: string): Promise<void> {
  let sales = 0;
  await until(`agreement on ${roomTypeId}`, async () => {
    sales += 1;
    await book(propertyId, roomTypeId, 10 + (sales % 10));
    await drained();
    const page = await cache.page(propertyId, month, roomTypeId);
    return page && isDeepStrictEqual(page.nights, await cachedAsTable(propertyId, from, roomTypeId));
  });
}
