import type { CalendarPage } from '../portable/items/calendarPage.ts';
import { daysInMonth, parseDay } from '../portable/days/dates.ts';
import { packPage } from './packedPage.ts';

/** A page as it goes into the cache, and where it lies there. */
export type CacheEntry = {
  propertyId: string;
  /** `YYYY-MM`. */
  month: string;
  roomTypeId: string;
  version: number;
  packed: Uint8Array;
};

/** Its length takes one byte of the cached month. */
const LONGEST_ID = 255;

const LISTS = ['total_units', 'available_units', 'reserved_units', 'rate', 'min_stay'] as const;

/** @throws {RangeError} for a page that the cache cannot hold or that readers would misread, naming what is wrong */
export function cacheEntry(page: CalendarPage): CacheEntry {
  const { month, roomTypeId } = pageName(page.page);
  const days = nightsOf(month);
  for (const list of LISTS) {
    if (page[list]?.length !== days) throw new RangeError(`${list} has not the ${days} nights of ${month}`);
    if (!page[list].every(Number.isInteger)) throw new RangeError(`${list} has what is no whole number`);
  }
  if (!page.property_id) throw new RangeError('the page has no property');
  return { propertyId: page.property_id, month, roomTypeId, version: page.version, packed: packPage(page) };
}

/** The month and room type of a page's sort key. @throws {RangeError} when it names none */
function pageName(page: string): { month: string; roomTypeId: string } {
  const [month = '', roomTypeId = '', ...more] = page.split('#');
  if (roomTypeId.length === 0 || roomTypeId.length > LONGEST_ID || more.length > 0) {
    throw new RangeError(`page is ${page}, no month and room type`);
  }
  return { month, roomTypeId };
}

function nightsOf(month: string): number {
  const first = parseDay(`${month}-01`);
  if (!first) throw new RangeError(`page is of ${month}, no month`);
  return daysInMonth(first.year, first.month);
}
