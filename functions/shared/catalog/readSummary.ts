import type { PropertyItem, RoomTypeItem } from '../../../core/portable/catalog.ts';
import { summaryOf, type VersionedSummary } from '../../../core/search/propertySummary.ts';
import { queryAll } from '../dynamodb/queryAll.ts';

/** A property with its room types as the catalog has them. What goes into the cache must be read consistently. */
export async function readSummary(
  table: string,
  propertyId: string,
  { isConsistent }: { isConsistent: boolean },
): Promise<VersionedSummary> {
  const items = await queryAll({
    TableName: table,
    KeyConditionExpression: '#p = :p',
    ExpressionAttributeNames: { '#p': 'property_id' },
    ExpressionAttributeValues: { ':p': propertyId },
    ConsistentRead: isConsistent,
  });
  return summaryOf(items as (PropertyItem | RoomTypeItem)[]);
}
