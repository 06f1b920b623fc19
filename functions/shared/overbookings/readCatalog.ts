import { PROPERTY_KEY, type PropertyItem, type RoomTypeItem } from '../../../core/portable/catalog.ts';
import { queryAll } from '../dynamodb/queryAll.ts';

export type Catalog = { property: PropertyItem; roomTypes: RoomTypeItem[] };

/** A property with its room types, read consistently; null where there is none. */
export async function readCatalog(table: string, propertyId: string): Promise<Catalog | null> {
  const items = await queryAll<PropertyItem & RoomTypeItem>({
    TableName: table,
    ConsistentRead: true,
    KeyConditionExpression: '#p = :p',
    ExpressionAttributeNames: { '#p': 'property_id' },
    ExpressionAttributeValues: { ':p': propertyId },
  });
  const property = items.find(({ sk }) => sk === PROPERTY_KEY);
  return property ? { property, roomTypes: items.filter(({ sk }) => sk !== PROPERTY_KEY) } : null;
}
