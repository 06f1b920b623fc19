import { Redis } from 'ioredis';
import { cachedPages, cacheKey } from '../../../core/cache/cachedMonth.ts';
import { type CachedNight, packedNights, packedVersion, unpackNights } from '../../../core/cache/packedPage.ts';
import { grid } from '../data/property.ts';

/** A cached page as readers see it. */
export type CachedPage = { version: number; nights: CachedNight[] };

/** The cache as it lies in a Redis. */
export function cacheReader(url: string) {
  // Patient: tests kill it under its clients.
  const redis = new Redis(url, { maxRetriesPerRequest: null });
  redis.on('error', () => undefined);
  return {
    redis,
    /** A room type's page of a month, `YYYY-MM`; null where the cache has none. */
    async page(propertyId: string, month: string, roomTypeId = 'DLX'): Promise<CachedPage | null> {
      const value = await redis.getBuffer(cacheKey(propertyId, month));
      const found = cachedPages(value ?? new Uint8Array())?.find((each) => each.roomTypeId === roomTypeId);
      if (!found) return null;
      return { version: packedVersion(found.page), nights: unpackNights(found.page, 0, packedNights(found.page)) };
    },
  };
}

/** All nights of a room type's month as the table has them, in the cache's terms; `first` is its first day. */
export async function cachedAsTable(propertyId: string, first: string, roomTypeId = 'DLX'): Promise<CachedNight[]> {
  const [year, month] = first.split('-').map(Number);
  const end = new Date(Date.UTC(year, month, 1)).toISOString().slice(0, 10);
  const nights = await grid(propertyId, first, end, roomTypeId);
  return nights.map(({ available, rate, closed, closedToArrival, closedToDeparture, minStay }) => ({
    available,
    rate,
    closed,
    closedToArrival,
    closedToDeparture,
    minStay,
  }));
}
