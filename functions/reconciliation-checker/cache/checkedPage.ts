import { type CacheEntry, cacheEntry } from '../../../core/cache/cacheEntry.ts';
import type { StoredPage } from '../../../core/inventory/change.ts';
import type { Parts } from '../parts.ts';

/** A page with all its nights, and how it should lie in the cache. */
export type CheckedPage = { page: StoredPage; entry: CacheEntry };

/** Null for a page that is none, which is noted: neither the cache nor anybody else can read it. */
export function readable(page: StoredPage, parts: Parts): CheckedPage | null {
  try {
    return { page, entry: cacheEntry(page) };
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    parts.note('pages', new Error(`${page.page} of ${page.property_id}: ${reason}`));
    return null;
  }
}
