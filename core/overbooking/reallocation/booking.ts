import type { BookingItem } from '../../portable/items/booking.ts';

/** Every status a booking may have, now or once holds, requests and check-in are there. */
export type StayStatus =
  | BookingItem['status']
  | 'QUEUED'
  | 'REFUSED'
  | 'REQUESTED'
  | 'HELD'
  | 'CONFIRMED'
  | 'CHECKED_IN'
  | 'CHECKED_OUT'
  | 'CANCELLED'
  | 'RELEASED'
  | 'EXPIRED'
  | 'DECLINED'
  | 'NO_SHOW';

/** What moving needs to know of a booking; an item of the bookings table is one. */
export type StayBooking = Pick<
  BookingItem,
  | 'booking_id'
  | 'property_id'
  | 'room_type_id'
  | 'arrival'
  | 'departure'
  | 'units'
  | 'adults'
  | 'children'
  | 'version'
  | 'created_at'
> & { status: StayStatus };

/** How a booking's units stand on its calendar pages: sold, held, or not at all. */
export type Standing = 'SOLD' | 'HELD' | 'NONE';

/**
 * Who may be moved, and what of a page moves with it. Guests who are in their room stay in it. Bookings in the queue and
 * requests have taken no units yet; the others have given them back.
 */
export function movableStanding(status: StayStatus): Standing {
  switch (status) {
    case 'CONFIRMED':
      return 'SOLD';
    case 'HELD':
      return 'HELD';
    case 'QUEUED':
    case 'REFUSED':
    case 'REQUESTED':
    case 'CHECKED_IN':
    case 'CHECKED_OUT':
    case 'CANCELLED':
    case 'RELEASED':
    case 'EXPIRED':
    case 'DECLINED':
    case 'NO_SHOW':
      return 'NONE';
    default:
      return status satisfies never;
  }
}
