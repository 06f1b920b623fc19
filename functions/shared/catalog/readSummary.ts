import { summaryOf, type VersionedSummary } from '../../../core/search/propertySummary.ts';
import { readPartition } from './readPartition.ts';

/** A property with its room types as the catalog has them. What goes into the cache must be read consistently. */
export async function readSummary(
  table: string,
  propertyId: string,
  consistency: { isConsistent: boolean },
): Promise<VersionedSummary> {
  return summaryOf(await readPartition(table, propertyId, consistency));
}
