import { dayNumber, nextMonth, wholeNumber } from '../portable/days/dates.ts';
import { pageSize } from './layout.ts';

/*
 * The cache holds one value for each property and month: the packed pages of all its room types, one after the other,
 * each behind the length of its room type's id (1 byte) and the id.
 */

const DAY_SECONDS = 86_400;

/** A month ends up to a day later at the property than in UTC; the rest is for those who look back. */
const DAYS_KEPT = 3;

/** One room type's packed page, as a view of the value it lies in. */
export type CachedPage = { roomTypeId: string; page: Uint8Array };

/**
 * The cache's key for a property's month (`YYYY-MM`). The part in braces is what a Redis Cluster chooses the slot by: all
 * of a property lies together. Another layout of the value takes another prefix.
 */
export const cacheKey = (propertyId: string, month: string): string => `page:{${propertyId}}:${month}`;

/** When the cache may forget a month (`YYYY-MM`), in epoch seconds: three days after its end. */
export function cacheExpiry(month: string): number {
  const next = nextMonth(wholeNumber(month.slice(0, 4)), wholeNumber(month.slice(5, 7)));
  return (dayNumber({ ...next, day: 1 }) + DAYS_KEPT) * DAY_SECONDS;
}

/** The pages in a cached value; null where it is none, which whoever reads it takes for a miss. */
export function cachedPages(value: Uint8Array): CachedPage[] | null {
  const pages: CachedPage[] = [];
  let at = 0;
  while (at < value.length) {
    const start = at + 1 + value[at];
    // Not there, they make a size that is no number, which no end is within.
    const end = start + pageSize(value[start + 4], value[start + 5]);
    if (!(end <= value.length)) return null;
    pages.push({ roomTypeId: text(value, at + 1, start), page: value.subarray(start, end) });
    at = end;
  }
  return pages;
}

/** Ids are ASCII. */
function text(bytes: Uint8Array, from: number, to: number): string {
  let characters = '';
  for (let at = from; at < to; at += 1) characters += String.fromCharCode(bytes[at]);
  return characters;
}
