import { setTimeout as delay } from 'node:timers/promises';
import type { Cluster } from 'ioredis';
import { reasonOf } from '../shared/batch/poison.ts';
import { pageCache } from '../shared/cache/pageCache.ts';
import { logger } from '../shared/logger.ts';
import { cachedProperty, type CachedProperty } from './cachedProperty.ts';

/** Who waits for the cache longer gets the answer from the tables. */
const PATIENCE_MS = 1_000;
/** After the cache was away it is left alone for so long: every search would wait for it. */
const PAUSE_MS = 1_000;

let awayUntil = 0;

function leaveAlone(): void {
  awayUntil = Date.now() + PAUSE_MS;
}

/**
 * Properties and their pages of some months (`YYYY-MM`) from the cache, in one round trip to each node. Null for those of
 * which the cache did not answer in time.
 */
export async function readCache(ids: readonly string[], months: readonly string[]): Promise<(CachedProperty | null)[]> {
  if (Date.now() < awayUntil) return ids.map(() => null);
  const found: (CachedProperty | null)[] = ids.map(() => null);
  const enough = new AbortController();
  try {
    const cache = await pageCache();
    const silence = delay(PATIENCE_MS, undefined, { signal: enough.signal }).catch(() => undefined);
    await Promise.race([silence, Promise.all(ids.map((id, at) => read(cache, id, months, found, at)))]);
  } catch (error) {
    logger.warn('the cache cannot be reached', { reason: reasonOf(error) });
  }
  enough.abort();
  if (ids.length > 0 && found.every((property) => property === null)) leaveAlone();
  // A copy: what comes later changes nothing any more.
  return [...found];
}

async function read(
  cache: Cluster,
  id: string,
  months: readonly string[],
  found: (CachedProperty | null)[],
  at: number,
): Promise<void> {
  try {
    found[at] = await cachedProperty(cache, id, months);
  } catch (error) {
    logger.debug('a property was not read from the cache', { reason: reasonOf(error) });
  }
}
