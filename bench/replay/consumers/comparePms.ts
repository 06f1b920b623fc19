import { reservationState } from '../../../core/pms/reservation.ts';
import type { BookingItem } from '../../../core/portable/items/booking.ts';
import type { Reservation } from '../../../local/pms/reservation.ts';
import type { PmsSimulator } from '../../../local/pms/simulator.ts';
import type { Difference } from '../audit/recount.ts';

export type PmsComparison = { active: number; differences: Difference[] };

/** Does each property's PMS hold exactly the bookings that stand, as they are? */
export function comparePms(simulator: PmsSimulator, bookings: BookingItem[], propertyIds: string[]): PmsComparison {
  const held = propertyIds.flatMap((id) => simulator.reservations(id)).filter(({ isActive }) => isActive);
  const byId = new Map(held.map((reservation) => [reservation.bookingId, reservation]));
  const wanted = bookings.filter(({ status }) => reservationState(status) === 'RESERVED');
  const ids = new Set(wanted.map(({ booking_id }) => booking_id));
  return {
    active: held.length,
    differences: [
      ...wanted.flatMap((booking) => compare(booking, byId.get(booking.booking_id))),
      ...held
        .filter(({ bookingId }) => !ids.has(bookingId))
        .map(({ bookingId, status }) => `The PMS holds booking ${bookingId} as ${status}, which does not stand.`),
    ],
  };
}

function compare(booking: BookingItem, held: Reservation | undefined): Difference[] {
  if (!held) return [`Booking ${booking.booking_id} is not in the PMS.`];
  const is = [held.version, held.roomTypeId, held.arrival, held.departure, held.units].join(' ');
  const { version, room_type_id, arrival, departure, units } = booking;
  const was = [version, room_type_id, arrival, departure, units].join(' ');
  return is === was ? [] : [`Booking ${booking.booking_id} is in the PMS as ${is}, not ${was}.`];
}
