import { Redis } from 'ioredis';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type RedisEngine, startRedis } from '../../local/engines/redis.ts';
import { sampleSummary } from '../search/testing/samples.ts';
import { ABSENT_PAGE, isAbsent } from './absentPage.ts';
import { cachedPages, cacheKey } from './cachedMonth.ts';
import { readCachedSummary, summaryKey, WRITE_SUMMARY, writeSummaryCall } from './cachedSummary.ts';
import { packPage } from './packedPage.ts';
import { WRITE_PAGES, writePagesCall } from './writePages.ts';

let engine: RedisEngine;
let redis: Redis;
beforeAll(async () => {
  engine = await startRedis({ dataFolder: null });
  redis = new Redis(engine.url);
}, 60_000);
afterAll(async () => {
  redis.disconnect();
  await engine.stop();
});

const write = (id: string, version: number, name: string | null) => {
  const { key, args } = writeSummaryCall(id, { version, summary: name === null ? null : sampleSummary(id, { name }) });
  return redis.eval(WRITE_SUMMARY, 1, key, ...args);
};
const read = async (id: string) => readCachedSummary((await redis.get(summaryKey(id)))!);

describe('a cached summary', () => {
  it('is replaced by newer ones only', async () => {
    expect(await write('a', 9, 'old')).toBe(1);
    expect([await write('a', 8, 'older'), await write('a', 9, 'same')]).toEqual([0, 0]);
    expect(await read('a')).toEqual(sampleSummary('a', { name: 'old' }));
    expect(await write('a', 10, 'new')).toBe(1);
    expect(await read('a')).toMatchObject({ name: 'new' });
  });

  it('may say that there is no such property, for a short time and until there is one', async () => {
    await write('b', 0, null);
    expect(await read('b')).toBeNull();
    expect(await redis.ttl(summaryKey('b'))).toBeLessThanOrEqual(60);
    expect(await write('b', 1, 'here')).toBe(1);
    expect(await read('b')).toMatchObject({ name: 'here' });
    expect(await redis.ttl(summaryKey('b'))).toBeGreaterThan(3_000);
  });

  it('lies with the months of its property', () => {
    expect(summaryKey('lakeside')).toContain('{lakeside}');
    expect(cacheKey('lakeside', '2027-01')).toContain('{lakeside}');
  });

  it.each(['', '{"id":"a"}', '7\n{"id":'])('is no value such as %j, which a newer one replaces', async (value) => {
    expect(readCachedSummary(value)).toBeUndefined();
    await redis.set(summaryKey('c'), value);
    expect(await write('c', 8, 'whole')).toBe(1);
    expect(await read('c')).toMatchObject({ name: 'whole' });
  });
});

describe('the mark of a page that does not exist', () => {
  const MONTH = '2090-11';
  const put = async (pages: [string, Uint8Array][]) => {
    const { key, args } = writePagesCall('a', MONTH, pages);
    return redis.eval(WRITE_PAGES, 1, key, ...args.map((arg) => (typeof arg === 'string' ? arg : Buffer.from(arg))));
  };

  it('never replaces a page, and every page replaces it', async () => {
    const nights = Array.from({ length: 30 }, () => 1);
    const page = packPage({ version: 1, available_units: nights, rate: nights, min_stay: nights });
    await put([
      ['DLX', ABSENT_PAGE],
      ['STD', page],
    ]);
    await put([['STD', ABSENT_PAGE]]);
    const marks = async () => {
      const pages = cachedPages((await redis.getBuffer(cacheKey('a', MONTH)))!)!;
      return Object.fromEntries(pages.map(({ roomTypeId, page: packed }) => [roomTypeId, isAbsent(packed)]));
    };
    expect(await marks()).toEqual({ DLX: true, STD: false });
    await put([['DLX', page]]);
    expect(await marks()).toEqual({ DLX: false, STD: false });
  });
});
