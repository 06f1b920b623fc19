import { type BookingItem, isRepeat } from '../portable/items/booking.ts';
import { sameGuest } from '../portable/items/guest.ts';
import type { GroupOrder } from './order.ts';

/**
 * Is this the request that made these bookings, sent again by the same caller? They may have changed since; what they were
 * made of has not.
 * @param bookings of the group, in its order
 */
export function isSameOrder(bookings: BookingItem[], { rooms, label, caller }: GroupOrder): boolean {
  const made = bookings[0]?.group;
  if (!made || made.name !== label.name || !sameGuest(made.contact, label.contact)) return false;
  const repeats = ({ request, guest }: GroupOrder['rooms'][number], at: number): boolean =>
    isRepeat(bookings[at], { created_by: caller.id, request, request_guest: guest });
  return rooms.length === bookings.length && rooms.every(repeats);
}
