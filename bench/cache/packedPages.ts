import type { DynamoDBStreamEvent } from 'aws-lambda';
import type { Cluster, Redis } from 'ioredis';
import { cacheEntry } from '../../core/cache/cacheEntry.ts';
import { cachedPages, cacheKey } from '../../core/cache/cachedMonth.ts';
import { type CachedNight, unpackNights } from '../../core/cache/packedPage.ts';
import type { CalendarPage } from '../../core/portable/items/calendarPage.ts';
import { PageWriter } from '../../functions/cache-updater/pageWriter.ts';
import { readBatch as readRecords } from '../../functions/cache-updater/readBatch.ts';
import { writeEntries } from '../../functions/shared/cache/writeEntries.ts';
import { memoryOf } from './jsonNights.ts';

/** Keyrack's cache, by the product's own code. */
export async function write(cluster: Cluster, pages: CalendarPage[]): Promise<void> {
  const answers = await writeEntries(Promise.resolve(cluster), pages.map(cacheEntry));
  const failure = answers.find((answer) => answer instanceof Error);
  if (failure) throw failure;
}

/** What cache-updater does with a batch, but for telling subscribers; the nights to be told are found. */
export function updater(cluster: Cluster): (event: DynamoDBStreamEvent) => Promise<void> {
  const writer = new PageWriter({ write: (entries) => writeEntries(Promise.resolve(cluster), entries), patienceMs: 0 });
  return async (event) => {
    const { pages } = await readRecords(event);
    await writer.write(pages.map(({ change }) => change.entry));
    if (writer.owed > 0) throw new Error('Pages were not written.');
  };
}

/** The nights from..to-1 of a month in every room type. */
export async function readNights(
  cluster: Cluster,
  at: { propertyId: string; month: string; from: number; to: number },
): Promise<CachedNight[][]> {
  const value = await cluster.getBuffer(cacheKey(at.propertyId, at.month));
  return (cachedPages(value ?? new Uint8Array()) ?? []).map(({ page }) => unpackNights(page, at.from, at.to));
}

/** Bytes in Redis. */
export const bytes = (redis: Redis, pages: CalendarPage[]): Promise<number> =>
  memoryOf(redis, [...new Set(pages.map((page) => cacheKey(page.property_id, page.page.slice(0, 7))))]);
