import type { Hotel } from '../../core/groupCommit/hotel.ts';
import { pagesToRead } from '../../core/groupCommit/needs.ts';
import type { BookingItem } from '../../core/portable/items/booking.ts';
import { PROPERTY_KEY, type PropertyItem, type RoomTypeItem, roomTypeKey } from '../../core/portable/items/catalog.ts';
import { batchGet } from '../shared/dynamodb/batchGet.ts';
import { plainPage } from '../shared/dynamodb/plainPage.ts';
import { localDate } from '../shared/localDate.ts';
import { config } from './config.ts';

/** What the bookings of one line are decided by: their pages, read consistently, and the room type. */
export async function readHotel([first, ...others]: [BookingItem, ...BookingItem[]], now: Date): Promise<Hotel> {
  const { property_id, room_type_id } = first;
  const { inventoryTable, catalogTable } = config;
  const wanted = {
    [inventoryTable]: { Keys: pagesToRead([first, ...others]), ConsistentRead: true },
    [catalogTable]: { Keys: [PROPERTY_KEY, roomTypeKey(room_type_id)].map((sk) => ({ property_id, sk })) },
  };
  const found = await batchGet(wanted);
  const catalog = (found[catalogTable] ?? []) as (PropertyItem & RoomTypeItem)[];
  const property = catalog.find(({ sk }) => sk === PROPERTY_KEY);
  return {
    pages: (found[inventoryTable] ?? []).map(plainPage),
    roomTypes: catalog.filter(({ sk }) => sk !== PROPERTY_KEY),
    propertyToday: property ? { [property_id]: localDate(now, property.time_zone) } : {},
  };
}
