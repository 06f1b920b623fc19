import { reservationOf } from '../../../core/pms/reservation.ts';
import type { BookingItem } from '../../../core/portable/items/booking.ts';
import type { Reservation } from '../../../local/pms/reservation.ts';
import type { PmsSimulator } from '../../../local/pms/simulator.ts';
import type { Difference } from '../audit/recount.ts';

export type PmsComparison = { active: number; ended: number; differences: Difference[] };

/** To a PMS these are guests who come or are there. */
const STANDING = ['RESERVED', 'IN_HOUSE'];

/** Has each property's PMS exactly the bookings that it is told of, as they are, those that ended as well? */
export function comparePms(simulator: PmsSimulator, bookings: BookingItem[], propertyIds: string[]): PmsComparison {
  const held = propertyIds.flatMap((id) => simulator.reservations(id));
  const byId = new Map(held.map((reservation) => [reservation.bookingId, reservation]));
  const wanted = bookings.filter((booking) => reservationOf(booking) !== null);
  const ids = new Set(wanted.map(({ booking_id }) => booking_id));
  const active = held.filter(({ isActive }) => isActive).length;
  return {
    active,
    ended: held.length - active,
    differences: [
      ...wanted.flatMap((booking) => compare(booking, byId.get(booking.booking_id))),
      ...held
        .filter(({ bookingId }) => !ids.has(bookingId))
        .map(({ bookingId, status }) => `The PMS has booking ${bookingId} as ${status}, which it is not told of.`),
    ],
  };
}

function compare(booking: BookingItem, held: Reservation | undefined): Difference[] {
  if (!held) return [`Booking ${booking.booking_id} is not in the PMS.`];
  const is = [held.version, held.roomTypeId, held.arrival, held.departure, held.units, standing(held.isActive)].join(
    ' ',
  );
  const { version, room_type_id, arrival, departure, units } = booking;
  const stands = STANDING.includes(reservationOf(booking) ?? '');
  const was = [version, room_type_id, arrival, departure, units, standing(stands)].join(' ');
  return is === was ? [] : [`Booking ${booking.booking_id} is in the PMS as ${is}, not ${was}.`];
}

function standing(isActive: boolean): string {
  return isActive ? 'standing' : 'ended';
}
