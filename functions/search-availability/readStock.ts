import { isAbsent } from '../../core/cache/absentPage.ts';
import { packedNights } from '../../core/cache/packedPage.ts';
import { sellablePage } from '../../core/cache/sellablePage.ts';
import { pageKey } from '../../core/portable/calendarPage.ts';
import type { PageOf } from '../../core/search/offers.ts';
import type { PropertySummary } from '../../core/search/propertySummary.ts';
import type { StayMonth } from '../../core/search/search.ts';
import { eachAtOnce } from '../shared/eachAtOnce.ts';
import { readSummary } from '../shared/catalog/readSummary.ts';
import { config } from './config.ts';
import { fillMonths, fillSummary } from './fillCache.ts';
import { type CachedMonth, type CachedProperty, readCache } from './readCache.ts';
import { readPages } from './readPages.ts';

/** Queries at a time, of the connections that the client keeps: a search without the cache shall not drown the tables. */
const AT_ONCE = 40;

/** A property with the pages of the months that a stay needs. */
export type PropertyStock = { property: PropertySummary; pageOf: PageOf };

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
    const stock = known ? fromCache(known, months) : undefined;
    if (stock === undefined) missing.push(at);
    return stock ?? null;
  });
  await eachAtOnce(missing, AT_ONCE, async (at) => {
    properties[at] = await fromTables(ids[at], names, cached[at]);
  });
  return { properties: properties.filter((stock) => stock !== null), isFromTables: cached.includes(null) };
}

/** Null for a property that does not exist; undefined where the cache has not all that is needed. */
function fromCache({ summary, months }: CachedProperty, needed: readonly StayMonth[]): PropertyStock | null | undefined {
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
