import fc from 'fast-check';
import { Cluster, Redis } from 'ioredis';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type RedisEngine, startRedis } from '../../local/engines/redis.ts';
import { type RedisCluster, startRedisCluster } from '../../local/engines/redisCluster.ts';
import { cachedPages, cacheExpiry, cacheKey } from './cachedMonth.ts';
import { MONTH, pageOf } from './testing/calendarPages.ts';
import { packedVersion, packPage, unpackNights } from './packedPage.ts';
import { type Replaces, WRITE_PAGES, writePagesCall } from './writePages.ts';

let engine: RedisEngine;
let servers: RedisCluster;
let single: Redis;
let cluster: Cluster;

beforeAll(async () => {
  [engine, servers] = await Promise.all([startRedis({ dataFolder: null }), startRedisCluster({ masters: 3 })]);
  single = new Redis(engine.url);
  cluster = new Cluster(servers.nodes);
}, 60_000);
afterAll(async () => {
  single.disconnect();
  cluster.disconnect();
  await Promise.all([engine.stop(), servers.stop()]);
});

type Write = [roomTypeId: string, version: number];

async function write(redis: Redis | Cluster, propertyId: string, writes: Write[], replaces?: Replaces) {
  const pages = writes.map(([id, version]) => [id, packPage(pageOf(version))] as const);
  const { key, args } = writePagesCall(propertyId, MONTH, pages, replaces);
  const given = args.map((arg) => (typeof arg === 'string' ? arg : Buffer.from(arg)));
  return (await redis.eval(WRITE_PAGES, 1, key, ...given)) as number[];
}

/** Versions by room type, each page being whole. */
async function read(redis: Redis | Cluster, propertyId: string): Promise<Record<string, number>> {
  const value = await redis.getBuffer(cacheKey(propertyId, MONTH));
  const pages = value === null ? [] : (cachedPages(value) ?? []);
  for (const { page } of pages) {
    expect(Buffer.from(page)).toEqual(Buffer.from(packPage(pageOf(packedVersion(page)))));
  }
  return Object.fromEntries(pages.map(({ roomTypeId, page }) => [roomTypeId, packedVersion(page)]));
}

/** Epoch seconds. */
const expiry = async (propertyId: string): Promise<number> =>
  Date.now() / 1000 + (await single.ttl(cacheKey(propertyId, MONTH)));

const newest = (writes: Write[]): Record<string, number> =>
  writes.reduce<Record<string, number>>(
    (all, [id, version]) => ({ ...all, [id]: Math.max(all[id] ?? 0, version) }),
    {},
  );

describe('writing pages', () => {
  it('replaces older ones only, and says what it wrote', async () => {
    expect(await write(single, 'a', [['DLX', 5]])).toEqual([1]);
    expect(
      await write(single, 'a', [
        ['DLX', 4],
        ['STD', 1],
        ['DLX', 5],
        ['DLX', 6],
      ]),
    ).toEqual([-1, 1, 0, 1]);
    expect(await read(single, 'a')).toEqual({ DLX: 6, STD: 1 });
  });

  it('keeps a month until some days after its end', async () => {
    await write(single, 'b', [['DLX', 1]]);
    await write(single, 'b', [
      ['DLX', 2],
      ['STD', 1],
    ]);
    expect(await expiry('b')).toBeCloseTo(cacheExpiry(MONTH), -1);
  });

  it('repairs a page of the same version where it is asked to', async () => {
    await write(single, 'c', [
      ['DLX', 3],
      ['STD', 3],
    ]);
    const key = cacheKey('c', MONTH);
    // A night's rate of the first page.
    await single.setrange(key, 4 + 6 + 2, 'spoilt');
    expect(await write(single, 'c', [['DLX', 3]])).toEqual([0]);
    expect(await write(single, 'c', [['DLX', 3]], 'olderOrSame')).toEqual([1]);
    expect(await write(single, 'c', [['DLX', 2]], 'olderOrSame')).toEqual([-1]);
    expect(await read(single, 'c')).toEqual({ DLX: 3, STD: 3 });
  });

  it.each(['x', 'not a month', '\u0003DLX'])('replaces a value that is no month: %j', async (value) => {
    await single.set(cacheKey('d', MONTH), value);
    expect(await write(single, 'd', [['DLX', 1]])).toEqual([1]);
    expect(await read(single, 'd')).toEqual({ DLX: 1 });
    expect(await expiry('d')).toBeCloseTo(cacheExpiry(MONTH), -1);
  });

  it('is written whole by a client that reads it as it is', async () => {
    await write(single, 'e', [['DLX', 12]]);
    const [page] = cachedPages((await single.getBuffer(cacheKey('e', MONTH))) ?? new Uint8Array()) ?? [];
    expect(page && unpackNights(page.page, 28, 30)).toMatchObject([{ available: 12, rate: 1_200 }, { minStay: 1 }]);
  });
});

describe.each([
  ['one Redis', () => single],
  ['a cluster of three masters', () => cluster],
])('any order and repetition of versions, on %s', (name, redis) => {
  it('ends with the newest of each room type', async () => {
    const writes = fc.array(fc.tuple(fc.constantFrom('DLX', 'STD', 'family-2'), fc.integer({ min: 1, max: 9 })), {
      minLength: 1,
      maxLength: 12,
    });
    const calls = fc.array(writes, { minLength: 1, maxLength: 6 });
    let run = 0;
    await fc.assert(
      fc.asyncProperty(calls, async (batches) => {
        run += 1;
        // Properties of every slot.
        const propertyId = `${name[0]}-${run}`;
        // All at once: the server takes them in any order.
        await Promise.all(batches.map((batch) => write(redis(), propertyId, batch as Write[])));
        expect(await read(redis(), propertyId)).toEqual(newest(batches.flat() as Write[]));
      }),
      { numRuns: 60 },
    );
  });
});
