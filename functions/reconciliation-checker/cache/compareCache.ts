import type { Cluster } from 'ioredis';
import { type CacheEntry, cacheEntry } from '../../../core/cache/cacheEntry.ts';
import { cacheExpiry } from '../../../core/cache/cachedMonth.ts';
import { judgeCached } from '../../../core/reconciliation/judgeCached.ts';
import { isSettled } from '../../../core/reconciliation/runScope.ts';
import { pageCache } from '../../shared/cache/pageCache.ts';
import { writeEntries } from '../../shared/cache/writeEntries.ts';
import { readPages } from '../table/pages.ts';
import type { CheckedPage } from './checkedPage.ts';
import { type CachedMonths, readMonths } from './readMonths.ts';
import { replaceMonths } from './replaceMonths.ts';

/** A younger write may still be on its way into the cache. */
const IN_FLIGHT_MS = 2_000;

/**
 * Holds pages against the cache and puts right what differs, never over a newer version. Answers how many it was.
 * What the cache lacks is written as it was scanned: the version guards it. What contradicts it is believed only after a
 * consistent read that came after the cache's.
 * @throws where the cache is away
 */
export async function compareCache(checked: readonly CheckedPage[]): Promise<number> {
  const now = Date.now();
  const due = checked.filter(({ page, entry }) => isDue(page.updated_at, entry, now));
  if (due.length === 0) return 0;
  const cluster = await pageCache();
  const cached = await readMonths(
    cluster,
    due.map(({ entry }) => entry),
  );
  const verdicts = Map.groupBy(due, ({ entry }) => judgeCached(cached(entry), entry));
  const behind = (verdicts.get('behind') ?? []).map(({ entry }) => entry);
  const doubtful = [...(verdicts.get('wrong') ?? []), ...(verdicts.get('ahead') ?? [])];
  return (await write(cluster, behind)) + (await settleDoubts(cluster, doubtful, cached));
}

const isDue = (updatedAt: string, { month }: CacheEntry, now: number): boolean =>
  cacheExpiry(month) * 1000 > now && isSettled(updatedAt, now, IN_FLIGHT_MS);

async function settleDoubts(cluster: Cluster, doubtful: CheckedPage[], cached: CachedMonths): Promise<number> {
  if (doubtful.length === 0) return 0;
  const pages = await readPages(doubtful.map(({ page }) => page));
  const entries = pages.filter(({ updated_at }) => isSettled(updated_at, Date.now(), IN_FLIGHT_MS)).map(cacheEntry);
  const verdicts = Map.groupBy(entries, (entry) => judgeCached(cached(entry), entry));
  const fromHere = [...(verdicts.get('behind') ?? []), ...(verdicts.get('wrong') ?? [])];
  // No write was ever so new: the version itself is spoilt, and its guard would keep every page out.
  return (await write(cluster, fromHere)) + (await replaceMonths(cluster, verdicts.get('ahead') ?? [], cached));
}

async function write(cluster: Cluster, entries: CacheEntry[]): Promise<number> {
  if (entries.length === 0) return 0;
  const standings = await writeEntries(Promise.resolve(cluster), entries, 'olderOrSame');
  const failed = standings.find((standing) => standing instanceof Error);
  if (failed) throw failed;
  return standings.filter((standing) => standing === 1).length;
}
