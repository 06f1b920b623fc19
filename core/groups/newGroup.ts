import type { Grant } from '../groupCommit/decideRequest.ts';
import { isoInstant } from '../portable/days/instants.ts';
import type { BookingItem } from '../portable/items/booking.ts';
import type { PropertyItem } from '../portable/items/catalog.ts';
import type { GroupItem } from '../portable/items/group.ts';
import { groupKey } from '../portable/items/operations.ts';
import { plainEmail } from '../portable/search/searchKeys.ts';
import { bookingOf } from '../portable/sale/bookingOf.ts';
import type { GroupOrder } from './order.ts';

/** The group's record. @param now epoch milliseconds */
export function newGroup({ groupId, propertyId, rooms }: GroupOrder, now: number): GroupItem {
  return {
    ...groupKey(groupId),
    group_id: groupId,
    property_id: propertyId,
    booking_ids: rooms.map(({ bookingId }) => bookingId),
    created_at: isoInstant(now),
  };
}

/**
 * Its bookings, as bookRoom would have made each; the first one says what the group is called.
 * @param grants one for each room, in order
 * @param now epoch milliseconds
 */
export function newBookings(order: GroupOrder, grants: Grant[], property: PropertyItem, now: number): BookingItem[] {
  return order.rooms.map((room, at) => ({
    ...bookingOf(
      { ...room, status: 'CONFIRMED', caller: order.caller, property, nightlyRates: grants[at].nightlyRates },
      now,
    ),
    group_id: order.groupId,
    ...(at === 0 ? { group: order.label, contact_email: plainEmail(order.label.contact.email) } : {}),
  }));
}
