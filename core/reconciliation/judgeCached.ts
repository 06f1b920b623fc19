import type { CacheEntry } from '../cache/cacheEntry.ts';
import { cachedPages } from '../cache/cachedMonth.ts';
import { packedVersion } from '../cache/packedPage.ts';

/**
 * How the cache's page stands to the table's.
 * - `behind`: it is not there, or older, or what is there is no month: writing the page puts it right.
 * - `wrong`: the same version with other bytes.
 * - `ahead`: a newer version than the table's, as it was read.
 */
export type CacheVerdict = 'same' | 'behind' | 'wrong' | 'ahead';

/** @param value the cached month of the entry's property; null where there is none */
export function judgeCached(value: Uint8Array | null, entry: CacheEntry): CacheVerdict {
  const cached = value && cachedPages(value)?.find(({ roomTypeId }) => roomTypeId === entry.roomTypeId)?.page;
  if (!cached) return 'behind';
  const ahead = packedVersion(cached) - entry.version;
  if (ahead !== 0) return ahead > 0 ? 'ahead' : 'behind';
  return isSame(cached, entry.packed) ? 'same' : 'wrong';
}

function isSame(a: Uint8Array, b: Uint8Array): boolean {
  if (a.length !== b.length) return false;
  for (let at = 0; at < a.length; at += 1) if (a[at] !== b[at]) return false;
  return true;
}
