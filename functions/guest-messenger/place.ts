import type { EventBooking } from '../../core/events/eventBooking.ts';
import type { Place } from '../../core/messages/content.ts';
import { PROPERTY_KEY, type PropertyItem, roomTypeKey, type RoomTypeItem } from '../../core/portable/items/catalog.ts';
import { PoisonError } from '../shared/batch/poison.ts';
import { getItem } from '../shared/dynamodb/getItem.ts';
import { createMemory } from '../shared/memory.ts';
import { config } from './config.ts';

/** Names seldom change, and a mail with yesterday's name finds its reader too. */
const names = createMemory<PropertyItem | RoomTypeItem | null>({ keptMs: 60_000, most: 10_000 });

/** Where the booking is, by the names that guests know. @throws {PoisonError} for what the catalog does not have */
export async function placeOf({ propertyId, roomTypeId, walkedFrom }: EventBooking): Promise<Place> {
  const formerId = walkedFrom?.propertyId ?? null;
  const [property, roomType, former] = await Promise.all([
    read<PropertyItem>(propertyId, PROPERTY_KEY),
    read<RoomTypeItem>(propertyId, roomTypeKey(roomTypeId)),
    formerId === null ? null : read<PropertyItem>(formerId, PROPERTY_KEY),
  ]);
  if (!property || !roomType) throw new PoisonError('The catalog does not have the property with the room type.');
  return { hotel: property.name, city: property.city, roomType: roomType.name, formerHotel: former?.name ?? null };
}

function read<T extends PropertyItem | RoomTypeItem>(propertyId: string, sk: string): Promise<T | null> {
  const key = { property_id: propertyId, sk };
  return names.get(`${propertyId}#${sk}`, () => getItem<T>(config.catalogTable, key)) as Promise<T | null>;
}
