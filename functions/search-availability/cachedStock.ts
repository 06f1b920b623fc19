import { isAbsent } from '../../core/cache/absentPage.ts';
import { packedNights } from '../../core/cache/packedPage.ts';
import { sellablePage } from '../../core/cache/sellablePage.ts';
import type { PageOf } from '../../core/search/offers.ts';
import type { PropertySummary } from '../../core/search/propertySummary.ts';
import type { StayMonth } from '../../core/search/search.ts';
import type { CachedMonth, CachedProperty } from './cachedProperty.ts';

/** A property with the pages of the months that a stay needs. */
export type PropertyStock = { property: PropertySummary; pageOf: PageOf };

/** Null for a property that does not exist; undefined where the cache has not all that is needed. */
export function cachedStock({ summary, months }: CachedProperty, needed: readonly StayMonth[]): PropertyStock | null | undefined {
  if (!summary) return summary;
  const isWhole = (month: CachedMonth, at: number) => summary.roomTypes.every(({ id }) => has(month, id, needed[at]));
  if (!months.every(isWhole)) return undefined;
  const pageOf: PageOf = (roomTypeId, name) => {
    const at = needed.findIndex(({ month }) => month === name);
    const page = months[at]?.get(roomTypeId);
    return page && !isAbsent(page) ? sellablePage(page, needed[at].from, needed[at].to) : null;
  };
  return { property: summary, pageOf };
}

function has(month: CachedMonth, roomTypeId: string, { to }: StayMonth): boolean {
  const page = month?.get(roomTypeId);
  return page !== undefined && (isAbsent(page) || packedNights(page) >= to);
}
