import { setTimeout as delay } from 'node:timers/promises';
import type { Cluster } from 'ioredis';
import { cachedPages, cacheKey } from '../../core/cache/cachedMonth.ts';
import { readCachedSummary, summaryKey } from '../../core/cache/cachedSummary.ts';
import type { PropertySummary } from '../../core/search/propertySummary.ts';
import { reasonOf } from '../shared/batch/poison.ts';
import { readyCache } from '../shared/cache/readyCache.ts';
import { logger } from '../shared/logger.ts';

/** The packed pages of a month by room type; undefined where the cache has none. */
export type CachedMonth = ReadonlyMap<string, Uint8Array> | undefined;

/** What the cache has of a property: `summary` is undefined where it has none, null where there is no such property. */
export type CachedProperty = { summary: PropertySummary | null | undefined; months: CachedMonth[] };

/** Who waits for the cache longer gets the answer from the tables. */
const PATIENCE_MS = 1_000;
/** After the cache was away it is left alone for so long: every search would wait for it. */
const PAUSE_MS = 1_000;

let awayUntil = 0;

/**
 * Properties and their pages of some months (`YYYY-MM`) from the cache, in one round trip to each node. Null for those of
 * which the cache did not answer in time.
 */
export async function readCache(ids: readonly string[], months: readonly string[]): Promise<(CachedProperty | null)[]> {
  if (Date.now() < awayUntil) return ids.map(() => null);
  const found: (CachedProperty | null)[] = ids.map(() => null);
  const enough = new AbortController();
  try {
    const cache = await readyCache(PATIENCE_MS);
    const silence = delay(PATIENCE_MS, undefined, { signal: enough.signal }).catch(() => undefined);
    await Promise.race([silence, Promise.all(ids.map((id, at) => read(cache, id, months, found, at)))]);
  } catch (error) {
    logger.warn('the cache cannot be reached', { reason: reasonOf(error) });
  }
  enough.abort();
  if (ids.length > 0 && found.every((property) => property === null)) awayUntil = Date.now() + PAUSE_MS;
  // A copy: what comes later changes nothing any more.
  return [...found];
}

/** One command a property, as all of it lies in one slot: replies cost more than bytes. Never throws. */
async function read(
  cache: Cluster,
  id: string,
  months: readonly string[],
  found: (CachedProperty | null)[],
  at: number,
): Promise<void> {
  try {
    const [summary, ...values] = await cache.mgetBuffer(summaryKey(id), ...months.map((month) => cacheKey(id, month)));
    found[at] = { summary: summaryIn(summary), months: values.map(monthIn) };
  } catch (error) {
    logger.debug('a property was not read from the cache', { reason: reasonOf(error) });
  }
}

function summaryIn(value: Buffer | null): PropertySummary | null | undefined {
  return value === null ? undefined : readCachedSummary(value.toString());
}

function monthIn(value: Buffer | null): CachedMonth {
  const pages = value && cachedPages(value);
  return pages ? new Map(pages.map(({ roomTypeId, page }) => [roomTypeId, page])) : undefined;
}
