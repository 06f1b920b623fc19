import type { Cluster } from 'ioredis';
import { cachedPages, cacheKey } from '../../core/cache/cachedMonth.ts';
import { readCachedSummary, summaryKey } from '../../core/cache/cachedSummary.ts';
import type { PropertySummary } from '../../core/search/propertySummary.ts';

/** The packed pages of a month by room type; undefined where the cache has none. */
export type CachedMonth = ReadonlyMap<string, Uint8Array> | undefined;

/** What the cache has of a property: `summary` is undefined where it has none, null where there is no such property. */
export type CachedProperty = { summary: PropertySummary | null | undefined; months: CachedMonth[] };

/**
 * What the cache has of a property for some months (`YYYY-MM`). One command, as all of it lies in one slot: replies cost
 * more than bytes. @throws when the cache does not answer
 */
export async function cachedProperty(cache: Cluster, id: string, months: readonly string[]): Promise<CachedProperty> {
  const [summary, ...values] = await cache.mgetBuffer(summaryKey(id), ...months.map((month) => cacheKey(id, month)));
  return { summary: summaryIn(summary), months: values.map(monthIn) };
}

function summaryIn(value: Buffer | null): PropertySummary | null | undefined {
  return value === null ? undefined : readCachedSummary(value.toString());
}

function monthIn(value: Buffer | null): CachedMonth {
  const pages = value && cachedPages(value);
  return pages ? new Map(pages.map(({ roomTypeId, page }) => [roomTypeId, page])) : undefined;
}
