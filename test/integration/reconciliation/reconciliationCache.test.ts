import { afterAll, beforeAll, expect, it, vi } from 'vitest';
import { cacheKey } from '../../../core/cache/cachedMonth.ts';
import { cachedAsTable, cacheReader } from '../../support/parts/cache.ts';
import { redis } from '../../support/cloud/cloud.ts';
import { monthAhead } from '../../support/data/days.ts';
import { newProperty } from '../../support/data/property.ts';
import { faultsOf, reconcile, reconcileUntil, runsSince } from '../../support/parts/reconciliation.ts';
import { until } from '../../support/until.ts';

const months = [2, 3, 4, 5, 6, 7].map(monthAhead);
const end = monthAhead(8);
// Before a test's own run there may be one of the clock.
vi.setConfig({ testTimeout: 180_000 });

let cache: ReturnType<typeof cacheReader>;
beforeAll(async () => {
  cache = cacheReader(await redis.url());
});
afterAll(() => cache.redis.disconnect());

const pages = months.flatMap((first) => ['DLX', 'STD'].map((roomTypeId) => ({ first, roomTypeId })));

/** All pages of a property as the cache has them; what it cannot tell is null. */
const cached = (propertyId: string) =>
  Promise.all(
    pages.map(({ first, roomTypeId }) => cache.page(propertyId, first.slice(0, 7), roomTypeId).catch(() => null)),
  );

async function loaded(): Promise<string> {
  const propertyId = await newProperty({
    from: months[0],
    to: end,
    total: 4,
    rate: 12_000,
    roomTypes: [{ id: 'DLX' }, { id: 'STD' }],
  });
  await until('cached pages', async () => (await cached(propertyId)).every((page) => page?.version === 1));
  return propertyId;
}

/** Runs until the cache has every month as the table has it: a page that was written just now is left to the next run. */
async function heal(propertyId: string): Promise<void> {
  const wanted = await Promise.all(pages.map(({ first, roomTypeId }) => cachedAsTable(propertyId, first, roomTypeId)));
  await until(
    'healed cache',
    async () => {
      await reconcile();
      const found = await cached(propertyId);
      return found.every((page, at) => JSON.stringify(page?.nights) === JSON.stringify(wanted[at]));
    },
    60_000,
  );
}

/** How many pages runs have healed since, those of the clock among them. */
const healedSince = async (instant: string) =>
  (await runsSince(instant)).reduce((sum, { cacheHealed }) => sum + cacheHealed, 0);

it('puts right what was lost, is old, has other bytes, is no month, or claims a version that never was', async () => {
  const propertyId = await loaded();
  const [lost, old, other, noMonth, tooNew, sameRoomType] = months.map((first) =>
    cacheKey(propertyId, first.slice(0, 7)),
  );
  const value = (await cache.redis.getBuffer(old))!;
  const before = new Date().toISOString();
  // After the length and the id of the first room type comes its page: the version, counts, and the first night.
  const at = 1 + value[0];
  await cache.redis.del(lost);
  await cache.redis.setrange(old, at, Buffer.from([0, 0, 0, 0]));
  await cache.redis.setrange(other, at + 6, Buffer.from([0, 99]));
  await cache.redis.set(noMonth, 'rubbish', 'KEEPTTL');
  await cache.redis.setrange(tooNew, at, Buffer.from([0, 0, 1, 0]));
  await cache.redis.setrange(sameRoomType, value.length - 1, Buffer.from([255]));
  await heal(propertyId);
  await expect.poll(() => healedSince(before), { timeout: 60_000 }).toBeGreaterThanOrEqual(8);
  expect((await cached(propertyId)).every((page) => page?.version === 1)).toBe(true);
});

it('while Redis is away checks the rest, says so, and fills it when it is back, empty', async () => {
  const propertyId = await loaded();
  await redis.kill();
  const before = new Date().toISOString();
  try {
    const run = await reconcileUntil('run without other faults', (each) =>
      faultsOf(each).every((line) => line.startsWith('cache: ')),
    );
    expect(run).toMatchObject({ status: 'PARTIAL', segmentsFailed: 0, cacheHealed: 0 });
    expect(faultsOf(run)).toHaveLength(1);
    expect(run.pagesChecked).toBeGreaterThan(0);
    expect(run.nightsRecomputed).toBeGreaterThan(0);
  } finally {
    await redis.restart();
  }
  await heal(propertyId);
  await expect.poll(() => healedSince(before), { timeout: 60_000 }).toBeGreaterThanOrEqual(pages.length);
});
