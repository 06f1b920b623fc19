import {
  PROPERTY_KEY,
  type PropertyItem,
  roomTypeKey,
  type RoomTypeItem,
} from '../../../core/portable/items/catalog.ts';
import { getItem } from '../dynamodb/getItem.ts';
import type { LineName } from './readLine.ts';

/** By what a line is served. */
export type LineTerms = { property: PropertyItem; roomType: RoomTypeItem };

/** Null where the catalog does not know the room type. */
export async function readTerms({ propertyId, roomTypeId }: LineName, table: string): Promise<LineTerms | null> {
  const [property, roomType] = await Promise.all([
    getItem<PropertyItem>(table, { property_id: propertyId, sk: PROPERTY_KEY }),
    getItem<RoomTypeItem>(table, { property_id: propertyId, sk: roomTypeKey(roomTypeId) }),
  ]);
  return property && roomType && { property, roomType };
}
