import { ABSENT_PAGE } from '../../core/cache/absentPage.ts';
import type { CacheEntry } from '../../core/cache/cacheEntry.ts';
import { packPage } from '../../core/cache/packedPage.ts';
import { pageKey } from '../../core/portable/items/calendarPage.ts';
import type { PropertySummary, VersionedSummary } from '../../core/search/propertySummary.ts';
import { reasonOf } from '../shared/batch/poison.ts';
import { pageCache } from '../shared/cache/pageCache.ts';
import { writeEntries } from '../shared/cache/writeEntries.ts';
import { writeSummary } from '../shared/cache/writeSummary.ts';
import { logger } from '../shared/logger.ts';
import type { TablePage } from './readPages.ts';

/** What was read from the tables, for the next search. Never throws: a cache that cannot be filled is no one's fault. */
export async function fillSummary(propertyId: string, summary: VersionedSummary): Promise<void> {
  try {
    await writeSummary(await pageCache(), propertyId, summary);
  } catch (error) {
    logger.warn('a summary was not cached', { propertyId, reason: reasonOf(error) });
  }
}

/** The pages of a property's months, and for room types without one, that there is none. Never throws. */
export async function fillMonths(
  { id, roomTypes }: PropertySummary,
  months: readonly string[],
  pages: ReadonlyMap<string, TablePage>,
): Promise<void> {
  const entryOf = (month: string, roomTypeId: string): CacheEntry => {
    const page = pages.get(pageKey(month, roomTypeId));
    const packed = page ? packPage(page) : ABSENT_PAGE;
    return { propertyId: id, month, roomTypeId, version: page?.version ?? 0, packed };
  };
  try {
    const entries = months.flatMap((month) => roomTypes.map((roomType) => entryOf(month, roomType.id)));
    const failed = (await writeEntries(pageCache(), entries)).find((standing) => standing instanceof Error);
    if (failed) throw failed;
  } catch (error) {
    logger.warn('months were not cached', { propertyId: id, reason: reasonOf(error) });
  }
}
