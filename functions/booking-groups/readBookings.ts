import type { BookingItem } from '../../core/portable/items/booking.ts';
import type { GroupItem } from '../../core/portable/items/group.ts';
import { groupKey } from '../../core/portable/items/operations.ts';
import { getItem } from '../shared/dynamodb/getItem.ts';
import { config } from './config.ts';

/** The group's record; null where there is none. */
export function readGroup(groupId: string): Promise<GroupItem | null> {
  return getItem<GroupItem>(config.tables.Operations, groupKey(groupId));
}

/** The bookings of a group as they are now, in its order: they were written with it, and none goes away. */
export async function readBookings({ booking_ids }: GroupItem): Promise<BookingItem[]> {
  const read = (booking_id: string) => getItem<BookingItem>(config.tables.Bookings, { booking_id });
  const bookings = await Promise.all(booking_ids.map(read));
  return bookings.filter((booking) => booking !== null);
}
