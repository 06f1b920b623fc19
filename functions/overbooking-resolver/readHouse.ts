import type { CalendarPage } from '../../core/portable/items/calendarPage.ts';
import { localDate } from '../shared/localDate.ts';
import { type Catalog, readCatalog } from '../shared/overbookings/readCatalog.ts';
import { readCalendar } from '../shared/overbookings/readCalendar.ts';
import { config } from './config.ts';

/** A property as it is now, from the current month on. `today` is its calendar date. */
export type House = Catalog & { pages: CalendarPage[]; today: string };

/** The last month there is. */
const NO_END = '9999-12';

/** Null where the property is gone, or belongs to another Region. */
export async function readHouse(propertyId: string): Promise<House | null> {
  const catalog = await readCatalog(config.catalogTable, propertyId);
  if (!catalog || catalog.property.home_region !== config.region) return null;
  const today = localDate(new Date(), catalog.property.time_zone);
  const months = { first: today.slice(0, 7), last: NO_END };
  return { ...catalog, today, pages: await readCalendar(config.inventoryTable, propertyId, months) };
}
