import type { Cluster } from 'ioredis';
import { type CacheEntry, cacheEntry } from '../../../core/cache/cacheEntry.ts';
import { cacheKey } from '../../../core/cache/cachedMonth.ts';
import { writeEntries } from '../../shared/cache/writeEntries.ts';
import { readMonth } from '../table/pages.ts';
import type { CachedMonths } from './readMonths.ts';

/** Forgets a value if it is still the one that was seen. */
const FORGET = `if redis.call('GET', KEYS[1]) == ARGV[1] then return redis.call('DEL', KEYS[1]) end return 0`;

/** Puts whole months in the place of values that claim versions which no page ever had. Answers how many entries it was. */
export async function replaceMonths(cluster: Cluster, entries: CacheEntry[], cached: CachedMonths): Promise<number> {
  const months = Map.groupBy(entries, ({ propertyId, month }) => cacheKey(propertyId, month));
  let replaced = 0;
  for (const [key, ofMonth] of months) {
    const value = cached(ofMonth[0]);
    if (value === null || (await cluster.eval(FORGET, 1, key, value)) === 0) continue;
    const pages = await readMonth(ofMonth[0].propertyId, ofMonth[0].month);
    const standings = await writeEntries(Promise.resolve(cluster), pages.map(cacheEntry));
    const failed = standings.find((standing) => standing instanceof Error);
    if (failed) throw failed;
    replaced += ofMonth.length;
  }
  return replaced;
}
