import type { Cluster } from 'ioredis';
import { WRITE_SUMMARY, writeSummaryCall } from '../../../core/cache/cachedSummary.ts';
import type { VersionedSummary } from '../../../core/search/propertySummary.ts';

/** Puts a property's summary into the cache, unless a newer one is there. @throws when the cache does not answer */
export async function writeSummary(cache: Cluster, propertyId: string, summary: VersionedSummary): Promise<void> {
  const { key, args } = writeSummaryCall(propertyId, summary);
  await cache.eval(WRITE_SUMMARY, 1, key, ...args);
}
