import { Redis } from 'ioredis';
import { cachedPages, cacheKey } from '../../../core/cache/cachedMonth.ts';
import { type CachedNight, packedNights, packedVersion, unpackNights } from '../../../core/cache/packedPage.ts';
import { type CalendarPage, calendarNight } from '../../../core/portable/items/calendarPage.ts';
import { dateOf } from '../../../core/portable/days/dates.ts';
import type { Cloud } from '../../../local/cloud/contract.ts';
import type { Difference } from '../audit/recount.ts';

export type CacheComparison = { nights: number; differences: Difference[] };

/** Holds every night of every page against what the cache says of it: availability, rate and restrictions. */
export async function compareCache(cloud: Pick<Cloud, 'engines'>, pages: CalendarPage[]): Promise<CacheComparison> {
  const { redis: engine } = cloud.engines;
  if (!engine) return { nights: 0, differences: ['There is no cache to compare with.'] };
  const redis = new Redis(engine.url, { maxRetriesPerRequest: 1, commandTimeout: 5_000 });
  try {
    const found = await Promise.all(pages.map((page) => compare(redis, page)));
    return {
      nights: found.reduce((sum, { nights }) => sum + nights, 0),
      differences: found.flatMap(({ differences }) => differences),
    };
  } finally {
    redis.disconnect();
  }
}

async function compare(redis: Redis, page: CalendarPage): Promise<CacheComparison> {
  const [month, roomTypeId] = [page.page.slice(0, 7), page.page.slice(8)];
  const name = `${page.property_id} ${page.page}`;
  const value = await redis.getBuffer(cacheKey(page.property_id, month));
  const packed = cachedPages(value ?? new Uint8Array())?.find((cached) => cached.roomTypeId === roomTypeId)?.page;
  if (!packed) return { nights: 0, differences: [`Page ${name} is not cached.`] };
  const nights = unpackNights(packed, 0, packedNights(packed));
  const differences = nights.flatMap((night, index) => {
    const [is, wanted] = [JSON.stringify(night), JSON.stringify(wantedNight(page, index, dateOf(month, index)))];
    return is === wanted ? [] : [`Page ${name}, ${dateOf(month, index)}: cached as ${is}, not ${wanted}.`];
  });
  if (packedVersion(packed) !== page.version) {
    differences.push(`Page ${name}: version ${packedVersion(packed)} is cached, not ${page.version}.`);
  }
  if (nights.length !== page.total_units.length) differences.push(`Page ${name}: ${nights.length} nights are cached.`);
  return { nights: nights.length, differences };
}

function wantedNight(page: CalendarPage, index: number, date: string): CachedNight {
  const { available, rate, closed, closedToArrival, closedToDeparture, minStay } = calendarNight(page, index, date);
  return { available, rate, closed, closedToArrival, closedToDeparture, minStay };
}
