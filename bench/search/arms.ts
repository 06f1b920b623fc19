import type { Cluster } from 'ioredis';
import { summaryKey } from '../../core/cache/cachedSummary.ts';
import { dateOf, indexes } from '../../core/portable/days/dates.ts';
import { type Hit, hitOf } from '../../core/search/hit.ts';
import type { PageOf } from '../../core/search/offers.ts';
import { monthsOf, type Search, type StayMonth, stayOf } from '../../core/search/search.ts';
import { cachedProperty } from '../../functions/search-availability/cachedProperty.ts';
import { cachedStock, type PropertyStock } from '../../functions/search-availability/cachedStock.ts';
import { summaryIn } from '../../functions/search-availability/summaryMemory.ts';
import { nightKey, pageOfNights } from './jsonNights.ts';

/** Finds the same hits as all others. */
export type Arm = { name: string; find(cache: Cluster, search: Search): Promise<Hit[]> };

const ROOM_TYPES = Array.from({ length: 10 }, (_, at) => `T${at}`);

/** The product's own reading, all properties at once. */
const packed: Arm = {
  name: 'packed months',
  find: (cache, search) => {
    const needed = monthsOf(stayOf(search));
    const names = needed.map(({ month }) => month);
    return hits(search, async (id) => cachedStock(await cachedProperty(cache, id, names), needed));
  },
};

/** The nights and the summary of a property in one command, all properties at once. */
const jsonBatch: Arm = {
  name: 'JSON a room night, batch',
  find: (cache, search) => {
    const needed = monthsOf(stayOf(search));
    return hits(search, async (id) => {
      const keys = ROOM_TYPES.flatMap((type) => nightKeys(id, type, needed));
      const [summary, ...nights] = await cache.mgetBuffer(summaryKey(id), ...keys);
      return jsonStock(id, summary, nights, needed);
    });
  },
};

/** Each value by a command of its own, and each after the answer to the one before. */
const jsonOneByOne: Arm = {
  name: 'JSON a room night, one by one',
  find: async (cache, search) => {
    const needed = monthsOf(stayOf(search));
    const stocks = new Map<string, PropertyStock | null | undefined>();
    for (const id of search.propertyIds ?? []) {
      const summary = await cache.getBuffer(summaryKey(id));
      const nights: (Buffer | null)[] = [];
      for (const type of ROOM_TYPES)
        for (const key of nightKeys(id, type, needed)) nights.push(await cache.getBuffer(key));
      stocks.set(id, jsonStock(id, summary, nights, needed));
    }
    return hits(search, async (id) => stocks.get(id));
  },
};

export const ARMS = [packed, jsonBatch, jsonOneByOne];

function nightKeys(id: string, type: string, needed: StayMonth[]): string[] {
  return needed.flatMap(({ month, from, to }) =>
    indexes(from, to).map((index) => nightKey(id, type, dateOf(month, index))),
  );
}

/** `nights` come by room type, then month, then day. */
function jsonStock(
  id: string,
  summary: Buffer | null,
  nights: (Buffer | null)[],
  needed: StayMonth[],
): PropertyStock | null {
  const property = summary === null ? null : summaryIn(id, summary);
  if (!property) return null;
  const ofType = needed.reduce((sum, { from, to }) => sum + to - from, 0);
  const pageOf: PageOf = (roomTypeId, name) => {
    let at = ROOM_TYPES.indexOf(roomTypeId) * ofType;
    for (const { month, from, to } of needed) {
      if (month === name) return pageOfNights(nights.slice(at, at + to - from), from);
      at += to - from;
    }
    return null;
  };
  return { property, pageOf };
}

type StockOf = (id: string) => Promise<PropertyStock | null | undefined>;

async function hits(search: Search, stockOf: StockOf): Promise<Hit[]> {
  const stay = stayOf(search);
  const stocks = await Promise.all((search.propertyIds ?? []).map(stockOf));
  return stocks.flatMap((stock) => (stock && hitOf(stock.property, stock.pageOf, { search, stay, today: '' })) ?? []);
}
