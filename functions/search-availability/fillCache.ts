import { ABSENT_PAGE } from '../../core/cache/absentPage.ts';
import { packPage } from '../../core/cache/packedPage.ts';
import { WRITE_PAGES, writePagesCall } from '../../core/cache/writePages.ts';
import { pageKey } from '../../core/portable/calendarPage.ts';
import type { PropertySummary, VersionedSummary } from '../../core/search/propertySummary.ts';
import { reasonOf } from '../shared/batch/poison.ts';
import { readyCache } from '../shared/cache/readyCache.ts';
import { writeSummary } from '../shared/cache/writeSummary.ts';
import { logger } from '../shared/logger.ts';
import type { TablePage } from './readPages.ts';

const CONNECT_MS = 500;

/** What was read from the tables, for the next search. Never throws: a cache that cannot be filled is no one's fault. */
export async function fillSummary(propertyId: string, summary: VersionedSummary): Promise<void> {
  try {
    await writeSummary(await readyCache(CONNECT_MS), propertyId, summary);
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
  try {
    const cache = await readyCache(CONNECT_MS);
    const packed = (month: string, roomTypeId: string): readonly [string, Uint8Array] => {
      const page = pages.get(pageKey(month, roomTypeId));
      return [roomTypeId, page ? packPage(page) : ABSENT_PAGE];
    };
    const write = async (month: string): Promise<void> => {
      const ofMonth = roomTypes.map((roomType) => packed(month, roomType.id));
      const { key, args } = writePagesCall(id, month, ofMonth);
      await cache.eval(WRITE_PAGES, 1, key, ...args.map((arg) => (typeof arg === 'string' ? arg : Buffer.from(arg))));
    };
    await Promise.all(months.map(write));
  } catch (error) {
    logger.warn('months were not cached', { propertyId: id, reason: reasonOf(error) });
  }
}
