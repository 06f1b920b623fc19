import type { BookRoomInput } from '../../../generated/types.ts';
import { toDate } from '../dayNumbers.ts';
import type { Reservation } from '../read/reservation.ts';
import { adultsOf, type HotelPlan } from './hotel.ts';

/** A booking as it is sent. Its id follows from the row, so that a repeated request is the same request. */
export type PlannedBooking = { bookingId: string; input: BookRoomInput };

/** What happens to one booking on one day, step after step. */
export type Task = { booking: PlannedBooking; steps: ('book' | 'cancel')[] };

export type PlannedDay = { date: string; tasks: Task[] };

/**
 * All bookings and cancellations by day. Within a day they stand in the order of the rows, as the data tells no time
 * of day; a booking cancelled on the day it was made is cancelled by its own task.
 * @param reservations stays only, of the hotels in `hotels`
 */
export function schedule(reservations: Reservation[], hotels: Map<string, HotelPlan>): PlannedDay[] {
  const days = new Map<number, { row: number; task: Task }[]>();
  const add = (day: number, row: number, task: Task) => {
    const tasks = days.get(day);
    if (tasks) tasks.push({ row, task });
    else days.set(day, [{ row, task }]);
  };
  for (const reservation of reservations) {
    const { row, bookedOn, statusOn, status } = reservation;
    const booking = plannedBooking(reservation, hotels);
    const isCancelled = status === 'Canceled';
    const isSameDay = isCancelled && statusOn <= bookedOn;
    add(bookedOn, row, { booking, steps: isSameDay ? ['book', 'cancel'] : ['book'] });
    if (isCancelled && !isSameDay) add(statusOn, row, { booking, steps: ['cancel'] });
  }
  return [...days]
    .sort(([a], [b]) => a - b)
    .map(([day, tasks]) => ({
      date: toDate(day),
      tasks: tasks.sort((a, b) => a.row - b.row).map(({ task }) => task),
    }));
}

/** A UUID of version 8 (free form, RFC 9562) that carries the row number. */
export function bookingIdOf(row: number): string {
  return `00000000-0000-8000-8000-${row.toString(16).padStart(12, '0')}`;
}

function plannedBooking(reservation: Reservation, hotels: Map<string, HotelPlan>): PlannedBooking {
  const { row, hotel, arrival, nights, reserved, children } = reservation;
  const plan = hotels.get(hotel);
  if (!plan) throw new Error(`Row ${row} is of ${hotel}, which is not planned.`);
  return {
    bookingId: bookingIdOf(row),
    input: {
      bookingId: bookingIdOf(row),
      propertyId: plan.property.id,
      roomTypeId: reserved,
      arrival: toDate(arrival),
      departure: toDate(arrival + nights),
      units: 1,
      adults: adultsOf(reservation),
      children,
      expectedTotal: priceOf(reservation, plan),
      // Synthetic: the data names nobody.
      guest: { name: `Guest ${row}`, email: `guest-${row}@example.com` },
    },
  };
}

function priceOf({ arrival, nights, reserved }: Reservation, { rates }: HotelPlan): number {
  let total = 0;
  for (let night = arrival; night < arrival + nights; night += 1) total += rates(reserved, toDate(night).slice(0, 7));
  return total;
}
