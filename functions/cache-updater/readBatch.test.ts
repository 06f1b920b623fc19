import { marshall } from '@aws-sdk/util-dynamodb';
import type { DynamoDBRecord } from 'aws-lambda';
import fc from 'fast-check';
import { Cluster } from 'ioredis';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { cachedPages, cacheKey } from '../../core/cache/cachedMonth.ts';
import { packedVersion, packPage } from '../../core/cache/packedPage.ts';
import { MONTH, pageOf } from '../../core/cache/testing/calendarPages.ts';
import type { CalendarPage } from '../../core/portable/items/calendarPage.ts';
import { type RedisEngine, startRedis } from '../../local/engines/redis.ts';
import { writeEntries } from '../shared/cache/writeEntries.ts';
import { PageWriter } from './pageWriter.ts';
import { readBatch } from './readBatch.ts';

/** As the stream tells of a page's write; number sets are sets there. */
function record(before: CalendarPage | null, after: CalendarPage | null, sequence = 1): DynamoDBRecord {
  const image = (page: CalendarPage | null) =>
    page ? (marshall({ ...page, ...(page.closed ? { closed: new Set(page.closed) } : {}) }) as never) : undefined;
  const { property_id, page } = (after ?? before)!;
  return {
    eventName: before ? 'MODIFY' : 'INSERT',
    eventSourceARN: 'arn:aws:dynamodb:eu-west-1:0:table/Inventory/stream/1',
    dynamodb: {
      Keys: marshall({ property_id, page }) as never,
      OldImage: image(before),
      NewImage: image(after),
      SequenceNumber: String(sequence),
    },
  };
}

describe('a batch', () => {
  it('has each page once, as it is after the newest of its records, with all nights that any of them changed', async () => {
    const [one, two, three] = [1, 2, 3].map((version) => ({ ...pageOf(9), version }));
    const changed = { ...two, closed: [4], rate: two.rate.with(6, 1) };
    const { pages, failed } = await readBatch({
      Records: [
        record(one, changed, 11),
        record(changed, { ...three, rate: changed.rate }, 12),
        record(one, changed, 13),
        record(null, pageOf(1, 'other'), 14),
      ],
    });
    expect(failed).toEqual([]);
    expect(pages.map(({ sequenceNumber }) => sequenceNumber)).toEqual(['11', '14']);
    const [{ change }] = pages;
    expect(change.entry.version).toBe(3);
    expect(change.page.rate[6]).toBe(1);
    expect(change.page.closed).toBeUndefined();
    expect([...change.nights].sort()).toEqual([4, 6]);
  });

  it('without a dead letter queue to be reached gives a poisoned record back and goes on with the others', async () => {
    const poisoned = record(null, { ...pageOf(1, 'bad'), rate: [] }, 21);
    const { pages, failed } = await readBatch({ Records: [poisoned, record(null, pageOf(1), 22)] });
    expect(failed).toEqual(['21']);
    expect(pages.map(({ change }) => change.entry.propertyId)).toEqual(['p']);
  });
});

describe('records old, repeated and in any order, in batches of any size, of several functions at once', () => {
  let engine: RedisEngine;
  let cluster: Cluster;
  beforeAll(async () => {
    engine = await startRedis({ dataFolder: null, cluster: true });
    cluster = new Cluster([{ host: engine.host, port: engine.port }], { enableAutoPipelining: true });
  });
  afterAll(async () => {
    cluster.disconnect();
    await engine.stop();
  });

  it('leave the newest version of every page in the cache, whole', async () => {
    const write = fc.record({
      property: fc.constantFrom('a', 'b', 'c'),
      roomTypeId: fc.constantFrom('DLX', 'STD', 'family-2'),
      version: fc.integer({ min: 1, max: 12 }),
    });
    const batches = fc.array(fc.array(write, { minLength: 1, maxLength: 12 }), { minLength: 1, maxLength: 8 });
    let run = 0;
    await fc.assert(
      fc.asyncProperty(batches, fc.integer({ min: 1, max: 3 }), async (all, functions) => {
        run += 1;
        const pages = all.map((batch) =>
          batch.map(({ property, roomTypeId, version }) => pageOf(version, `${property}-${run}`, roomTypeId)),
        );
        const writers = Array.from(
          { length: functions },
          () => new PageWriter({ write: (entries) => writeEntries(Promise.resolve(cluster), entries) }),
        );
        await Promise.all(
          writers.map(async (writer, lane) => {
            for (const batch of pages.filter((_, at) => at % functions === lane)) {
              const read = await readBatch({ Records: batch.map((page) => record(null, page)) });
              await writer.write(read.pages.map(({ change }) => change.entry));
            }
          }),
        );
        const newest = new Map<string, CalendarPage>();
        for (const page of pages.flat()) {
          const key = `${page.property_id} ${page.page}`;
          if (page.version > (newest.get(key)?.version ?? 0)) newest.set(key, page);
        }
        for (const page of newest.values()) {
          const value = await cluster.getBuffer(cacheKey(page.property_id, MONTH));
          const found = cachedPages(value!)?.find(({ roomTypeId }) => page.page === `${MONTH}#${roomTypeId}`);
          expect(packedVersion(found!.page)).toBe(page.version);
          expect(Buffer.from(found!.page)).toEqual(Buffer.from(packPage(page)));
        }
      }),
      { numRuns: 100 },
    );
  });
});
