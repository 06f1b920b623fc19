import { pageKey } from '../../../core/portable/items/calendarPage.ts';
import type { WaitlistItem } from '../../../core/portable/items/waitlist.ts';
import type { Change } from '../../../core/portable/lifecycle/change.ts';
import type { House } from '../../../core/waitlist/house.ts';
import { pagesOf, takesNightsOf } from '../../../core/waitlist/reach.ts';
import type { AllTables } from './allTables.ts';
import { localDate } from '../localDate.ts';
import { findOffers } from './findOffers.ts';
import { readHouse } from './readHouse.ts';
import { type LineName, readLine } from './readLine.ts';
import { readTerms } from './readTerms.ts';

/** With the pages and the change that frees they fit into a transaction of 100 items. */
export const MOST_OFFERS = 20;

export type Prepared = {
  offers: Change[];
  /** Whose day of arrival is over. */
  late: WaitlistItem[];
  /** Pages that had to be read besides. */
  others: House;
  /** Keys of all pages of those who wait: also of who does not fit yet, because of a page that another change may free just now. */
  decidedBy: string[];
  /** Keys of pages of the months that nobody waits for any more. */
  cleared: string[];
  /** There may be more to offer. */
  isFull: boolean;
};

const NOBODY: Prepared = { offers: [], late: [], others: new Map(), decidedBy: [], cleared: [], isFull: false };

/**
 * Whom of a line to offer what.
 * @param months whose pages have changed, `YYYY-MM`
 * @param house the pages as they are once everything else is done; read before
 * @param at epoch milliseconds, and how many offers there may be
 */
export async function prepare(
  name: LineName,
  months: readonly string[],
  house: House,
  tables: AllTables,
  { now, most = MOST_OFFERS }: { now: number; most?: number },
): Promise<Prepared> {
  if (most === 0) return { ...NOBODY, isFull: true };
  const sorted = [...months].sort();
  const [line, terms] = await Promise.all([
    readLine(name, sorted[0], sorted[sorted.length - 1], tables.Operations),
    readTerms(name, tables.Catalog),
  ]);
  if (!terms) return NOBODY;
  const missing = line.flatMap(pagesOf).filter((key) => !house.has(key));
  const others = await readHouse(name.propertyId, missing, tables.Inventory);
  const today = localDate(new Date(now), terms.property.time_zone);
  const offers = await findOffers(
    { line, house: new Map([...others, ...house]), terms, today, now, most },
    tables.Bookings,
  );
  const offered = new Set(offers.map(({ before }) => before.booking_id));
  const left = line.filter(({ booking_id }) => !offered.has(booking_id));
  const idle = sorted.filter((month) => !left.some((place) => takesNightsOf(month, place)));
  return {
    offers,
    late: left.filter(({ arrival }) => arrival < today),
    others,
    decidedBy: [...new Set(line.filter(({ arrival }) => arrival >= today).flatMap(pagesOf))],
    cleared: idle.map((month) => pageKey(month, name.roomTypeId)).filter((key) => house.get(key)?.waiting),
    isFull: offers.length === most,
  };
}
