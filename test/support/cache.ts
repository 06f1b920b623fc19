import { Redis } from 'ioredis';
import { cachedPages, cacheKey } from '../../core/cache/cachedMonth.ts';
import { type CachedNight, packedNights, packedVersion, unpackNights } from '../../core/cache/packedPage.ts';

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
