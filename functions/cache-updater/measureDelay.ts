import type { CacheEntry } from '../../core/cache/cacheEntry.ts';
import type { Standing } from '../../core/cache/writePages.ts';
import { measure } from '../shared/measure.ts';
import type { ToldPage } from './readBatch.ts';

/** Measures how long after its write the last page of a batch was in the cache. Of pages that are owed, CacheOwed tells. */
export function measureDelay(
  pages: readonly ToldPage[],
  standings: ReadonlyMap<CacheEntry, Standing | null>,
  now = Date.now(),
): void {
  const delays = pages
    .filter(({ change }) => standings.get(change.entry) === 1)
    .map(({ change }) => now - Date.parse(change.page.updated_at))
    // Clocks differ a little.
    .map((delay) => Math.max(0, delay));
  if (delays.length > 0) measure('CacheDelay', Math.max(...delays), 'Milliseconds');
}
