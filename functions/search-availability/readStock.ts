import { pageKey } from '../../core/portable/items/calendarPage.ts';
import type { PropertySummary } from '../../core/search/propertySummary.ts';
import type { StayMonth } from '../../core/search/search.ts';
import { eachAtOnce } from '../shared/eachAtOnce.ts';
import { readSummary } from '../shared/catalog/readSummary.ts';
import { config } from './config.ts';
import type { CachedProperty } from './cachedProperty.ts';
import { cachedStock, type PropertyStock } from './cachedStock.ts';
import { fillMonths, fillSummary } from './fillCache.ts';
import { readCache } from './readCache.ts';
import { readPages } from './readPages.ts';

/** Queries at a time, of the connections that the client keeps: a search without the cache shall not drown the tables. */
const AT_ONCE = 40;

/** `isFromTables`: the cache did not answer for some or all. */
export type Stock = { properties: PropertyStock[]; isFromTables: boolean };

/**
 * The known ones of the properties, from the cache. What it has lost is read from the tables and put back; where it does
 * not answer, everything is read from the tables.
 */
export async function readStock(ids: readonly string[], months: readonly StayMonth[]): Promise<Stock> {
  const names = months.map(({ month }) => month);
  const cached = await readCache(ids, names);
  const missing: number[] = [];
  const properties = cached.map((known, at) => {
    const stock = known ? cachedStock(known, months) : undefined;
    if (stock === undefined) missing.push(at);
    return stock ?? null;
  });
  await eachAtOnce(missing, AT_ONCE, async (at) => {
    properties[at] = await fromTables(ids[at], names, cached[at]);
  });
  return { properties: properties.filter((stock) => stock !== null), isFromTables: cached.includes(null) };
}

/** @param cached null where the cache is away: then nothing is put into it either */
async function fromTables(
  id: string,
  months: readonly string[],
  cached: CachedProperty | null,
): Promise<PropertyStock | null> {
  const isConsistent = cached !== null;
  const property = cached?.summary ?? (await summaryFromTable(id, isConsistent));
  if (!property) return null;
  const range = { first: months[0], last: months[months.length - 1] };
  const pages = await readPages(id, range, { isConsistent });
  if (cached) await fillMonths(property, months, pages);
  return { property, pageOf: (roomTypeId, month) => pages.get(pageKey(month, roomTypeId)) ?? null };
}

async function summaryFromTable(id: string, isCacheThere: boolean): Promise<PropertySummary | null> {
  const found = await readSummary(config.catalogTable, id, { isConsistent: isCacheThere });
  if (isCacheThere) await fillSummary(id, found);
  return found.summary;
}
