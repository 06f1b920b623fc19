import type { Cluster } from 'ioredis';
import type { CacheEntry } from '../../../core/cache/cacheEntry.ts';
import { cacheKey } from '../../../core/cache/cachedMonth.ts';

export type CachedMonths = (entry: CacheEntry) => Buffer | null;

/** The cached months of the entries: one GET each, those for one node travel together. @throws where the cache is away */
export async function readMonths(cluster: Cluster, entries: readonly CacheEntry[]): Promise<CachedMonths> {
  const keys = [...new Set(entries.map(keyOf))];
  const answers = await Promise.allSettled(keys.map((key) => cluster.getBuffer(key)));
  const values = new Map<string, Buffer | null>();
  for (const [at, answer] of answers.entries()) {
    // The client follows a slot that moved only for a call that travels alone.
    const value = answer.status === 'fulfilled' ? answer.value : await cluster.getBuffer(keys[at]);
    values.set(keys[at], value);
  }
  return (entry) => values.get(keyOf(entry)) ?? null;
}

const keyOf = ({ propertyId, month }: CacheEntry): string => cacheKey(propertyId, month);
