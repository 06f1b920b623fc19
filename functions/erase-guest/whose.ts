import { plainEmail } from '../../core/portable/search/searchKeys.ts';
import type { Erased } from '../../core/erasure/eraseUpdate.ts';
import type { BookingItem } from '../../core/portable/items/booking.ts';

/** Whose bookings are meant: an account's, or those that were made for an address. */
export type Whose = { guestId: string } | { email: string };

type Key = { index: string; name: string; value: string };

/** As the indexes are asked. */
export function keysOf(whose: Whose): Key[] {
  if ('guestId' in whose) return [{ index: 'byGuest', name: 'guest_id', value: whose.guestId }];
  const value = plainEmail(whose.email);
  return [
    { index: 'byEmail', name: 'guest_email', value },
    { index: 'byContact', name: 'contact_email', value },
  ];
}

/** What of a booking is theirs, all of it where an account is meant; what is erased is nobody's. */
export function theirsOf(booking: BookingItem, whose: Whose): Erased {
  if ('guestId' in whose) {
    const isOurs = booking.guest_id === whose.guestId;
    return { guest: isOurs, contact: isOurs };
  }
  const email = plainEmail(whose.email);
  return { guest: plainEmail(booking.guest.email) === email, contact: booking.contact_email === email };
}

export function isTheirs(booking: BookingItem, whose: Whose): boolean {
  const { guest, contact } = theirsOf(booking, whose);
  return guest || contact;
}
