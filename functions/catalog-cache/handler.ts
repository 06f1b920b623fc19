import type { DynamoDBBatchResponse, DynamoDBStreamEvent } from 'aws-lambda';
import { eachRecord } from '../shared/batch/eachRecord.ts';
import { PoisonError } from '../shared/batch/poison.ts';
import { pageCache } from '../shared/cache/pageCache.ts';
import { writeSummary } from '../shared/cache/writeSummary.ts';
import { readSummary } from '../shared/catalog/readSummary.ts';
import { config } from './config.ts';

/**
 * After a change of a property or of one of its room types, the whole property goes into the cache as it is now. Late and
 * repeated records find it there already.
 */
export function handler(event: DynamoDBStreamEvent): Promise<DynamoDBBatchResponse> {
  return eachRecord(event, async (record) => {
    const propertyId = record.dynamodb?.Keys?.property_id?.S;
    if (!propertyId) throw new RangeError('the record names no property');
    const summary = await readSummary(config.catalogTable, propertyId, { isConsistent: true });
    if (!Number.isSafeInteger(summary.version)) throw new PoisonError('An item of the property has no version.');
    await writeSummary(await pageCache(), propertyId, summary);
  });
}
