import { Cluster } from 'ioredis';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { type CacheEntry, cacheEntry } from '../../core/cache/cacheEntry.ts';
import { cachedPages, cacheKey } from '../../core/cache/cachedMonth.ts';
import { packedVersion } from '../../core/cache/packedPage.ts';
import { MONTH, pageOf } from '../../core/cache/testing/calendarPages.ts';
import { type RedisEngine, startRedis } from '../../local/engines/redis.ts';
import { writeEntries } from '../shared/cache/writeEntries.ts';
import { whenReady } from '../shared/cache/whenReady.ts';
import { PageWriter } from './pageWriter.ts';

let engine: RedisEngine;
let cluster: Cluster;

beforeAll(async () => {
  engine = await startRedis({ dataFolder: null, cluster: true });
  cluster = new Cluster([{ host: engine.host, port: engine.port }], {
    enableAutoPipelining: true,
    clusterRetryStrategy: () => 50,
    redisOptions: { commandTimeout: 1_000, connectTimeout: 1_000, maxRetriesPerRequest: 1 },
  });
  cluster.on('error', () => undefined);
});
afterAll(async () => {
  cluster.disconnect();
  await engine.stop();
});
beforeEach(() => cluster.flushall());

const write = (entries: readonly CacheEntry[]) => writeEntries(whenReady(cluster), entries);
const entry = (propertyId: string, version: number) => cacheEntry(pageOf(version, propertyId));
const standings = async (writer: PageWriter, entries: CacheEntry[]) => [...(await writer.write(entries)).values()];

async function version(propertyId: string): Promise<number | null> {
  const [found] = cachedPages((await cluster.getBuffer(cacheKey(propertyId, MONTH))) ?? new Uint8Array()) ?? [];
  return found ? packedVersion(found.page) : null;
}

describe('while the cache is away', () => {
  it('keeps pages owed, each in its newest version, and pays them back with the next batch that finds it', async () => {
    const writer = new PageWriter({ write, patienceMs: 100, pauseMs: 20 });
    await engine.kill();
    expect(await standings(writer, [entry('a', 2), entry('b', 7)])).toEqual([null, null]);
    expect(await standings(writer, [entry('a', 4)])).toEqual([null]);
    expect(await standings(writer, [entry('a', 3)])).toEqual([null]);
    expect(writer.owed).toBe(2);

    await engine.restart();
    // Somebody else knew a newer one.
    await expect.poll(() => write([entry('b', 8)]), { timeout: 10_000 }).toEqual([1]);
    expect(await standings(writer, [entry('c', 1)])).toEqual([1]);
    expect(writer.owed).toBe(0);
    expect([await version('a'), await version('b'), await version('c')]).toEqual([4, 8, 1]);
  }, 40_000);

  it('is waited for once, so that a short outage leaves nothing owed', async () => {
    const writer = new PageWriter({ write, patienceMs: 20_000, pauseMs: 20 });
    await engine.kill();
    const written = standings(writer, [entry('d', 1)]);
    await engine.restart();
    // 0 where a try that was given up has come through after all.
    expect([[0], [1]]).toContainEqual(await written);
    expect(writer.owed).toBe(0);
    expect(await version('d')).toBe(1);
  }, 40_000);

  it('has no more owed to it than is allowed, the newest', async () => {
    const writer = new PageWriter({ write, patienceMs: 0, mostOwed: 2 });
    await engine.kill();
    await writer.write(['e', 'f', 'g'].map((id) => entry(id, 1)));
    expect(writer.owed).toBe(2);
    await engine.restart();
    await expect.poll(() => write([entry('h', 1)]), { timeout: 10_000 }).not.toEqual([expect.any(Error)]);
    await writer.write([]);
    expect([await version('e'), await version('f'), await version('g')]).toEqual([null, 1, 1]);
  }, 40_000);
});

it('a page that alone cannot be written stops no other', async () => {
  const writer = new PageWriter({ write, patienceMs: 0 });
  await cluster.lpush(cacheKey('odd', MONTH), 'no text');
  expect(await standings(writer, [entry('odd', 1), entry('x', 1)])).toEqual([null, 1]);
  await cluster.del(cacheKey('odd', MONTH));
  await writer.write([]);
  expect(await version('odd')).toBe(1);
});
