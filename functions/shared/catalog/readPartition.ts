import type { PropertyItem, RoomTypeItem } from '../../../core/portable/items/catalog.ts';
import { queryAll } from '../dynamodb/queryAll.ts';

/** All items of a property in the catalog: itself, and its room types. */
export function readPartition(
  table: string,
  propertyId: string,
  { isConsistent }: { isConsistent: boolean },
): Promise<(PropertyItem | RoomTypeItem)[]> {
  return queryAll<PropertyItem | RoomTypeItem>({
    TableName: table,
    KeyConditionExpression: '#p = :p',
    ExpressionAttributeNames: { '#p': 'property_id' },
    ExpressionAttributeValues: { ':p': propertyId },
    ConsistentRead: isConsistent,
  });
}
