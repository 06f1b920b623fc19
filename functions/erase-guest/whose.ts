import { plainEmail } from '../../core/portable/search/searchKeys.ts';
import type { BookingItem } from '../../core/portable/items/booking.ts';

/** Whose bookings are meant: an account's, or those that were made for an address. */
export type Whose = { guestId: string } | { email: string };

/** As the index is asked. */
export function keyOf(whose: Whose): { index: string; name: string; value: string } {
  if ('guestId' in whose) return { index: 'byGuest', name: 'guest_id', value: whose.guestId };
  return { index: 'byEmail', name: 'guest_email', value: plainEmail(whose.email) };
}

/** Is it theirs? What is erased is nobody's. */
export function isTheirs(booking: BookingItem, whose: Whose): boolean {
  if ('guestId' in whose) return booking.guest_id === whose.guestId;
  return plainEmail(booking.guest.email) === plainEmail(whose.email);
}
