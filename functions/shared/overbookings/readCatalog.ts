import { PROPERTY_KEY, type PropertyItem, type RoomTypeItem } from '../../../core/portable/items/catalog.ts';
import { readPartition } from '../catalog/readPartition.ts';

export type Catalog = { property: PropertyItem; roomTypes: RoomTypeItem[] };

/** A property with its room types, read consistently; null where there is none. */
export async function readCatalog(table: string, propertyId: string): Promise<Catalog | null> {
  const items = await readPartition(table, propertyId, { isConsistent: true });
  const property = items.find((item): item is PropertyItem => item.sk === PROPERTY_KEY);
  return property ? { property, roomTypes: items.filter((item): item is RoomTypeItem => item !== property) } : null;
}
