import { type CacheEntry, cacheEntry } from '../../core/cache/cacheEntry.ts';
import { changedNights } from '../../core/cache/changedNights.ts';
import type { CalendarPage } from '../../core/portable/items/calendarPage.ts';

/** What some writes made of one page. */
export type PageChange = {
  /** As it is after the newest of them. */
  page: CalendarPage;
  entry: CacheEntry;
  /** Indexes of the nights that any of them changed, as far as anybody is told. */
  nights: ReadonlySet<number>;
};

/** @throws {RangeError} when the page cannot be cached */
export function pageChange(before: CalendarPage | null, after: CalendarPage): PageChange {
  return { page: after, entry: cacheEntry(after), nights: new Set(changedNights(before, after)) };
}

/** Two changes of one page, in any order, as one. */
export function merge(one: PageChange, other: PageChange): PageChange {
  const { page, entry } = other.page.version > one.page.version ? other : one;
  return { page, entry, nights: one.nights.union(other.nights) };
}
