import { allows } from '../../portable/lifecycle/transitions.ts';
import { type Standing, standingOf } from '../../portable/lifecycle/standing.ts';
import type { BookingItem } from '../../portable/items/booking.ts';

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
  | 'status'
>;

/** Who may be moved, and what of a page moves with it; NONE: nobody moves. Guests who are in their room stay in it. */
export function movableStanding(status: BookingItem['status']): Standing {
  return allows('reassign', status) ? standingOf(status) : 'NONE';
}
