import { once } from 'node:events';
import type { Cluster } from 'ioredis';
import { pageCache } from './pageCache.ts';

/**
 * The page cache, connected. What is sent before that would wait in a queue that nothing bounds.
 * @throws when it is not connected within the time
 */
export async function readyCache(withinMs: number): Promise<Cluster> {
  const cache = await pageCache();
  if (cache.status !== 'ready') await once(cache, 'ready', { signal: AbortSignal.timeout(withinMs) });
  return cache;
}
