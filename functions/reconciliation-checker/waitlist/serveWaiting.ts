import type { StoredPage } from '../../../core/inventory/change.ts';
import { eachAtOnce } from '../../shared/eachAtOnce.ts';
import { serveLine } from '../../shared/waitlist/serveLine.ts';
import { config } from '../config.ts';

/** Lines served at the same time: those of a room type, a year each, so that a transaction holds them. */
const AT_ONCE = 8;

const tables = {
  Inventory: config.inventoryTable,
  Bookings: config.bookingsTable,
  Catalog: config.catalogTable,
  Operations: config.operationsTable,
};

/**
 * Looks at the lines of all pages that somebody waits for, which are few: what became free past them is offered. Answers how many stays
 * wait no longer.
 */
export async function serveWaiting(pages: readonly StoredPage[]): Promise<number> {
  const waiting = pages.filter((page) => page.waiting);
  const lines = Map.groupBy(waiting, ({ property_id, page }) => `${property_id}#${page.slice(8)}#${page.slice(0, 4)}`);
  const served = await eachAtOnce([...lines.values()], AT_ONCE, ([first, ...others]) => {
    const name = { propertyId: first.property_id, roomTypeId: first.page.slice(8) };
    const months = [first, ...others].map(({ page }) => page.slice(0, 7));
    return serveLine(name, months, tables);
  });
  return served.reduce((sum, each) => sum + each, 0);
}
