import type { BookRoomInput } from '../../../generated/types.ts';
import { toDate } from '../dayNumbers.ts';
import type { Reservation } from '../read/reservation.ts';
import { adultsOf, type HotelPlan } from './hotel.ts';

/** A booking as it is sent. Its id follows from the row, so that a repeated request is the same request. */
export type PlannedBooking = {
  bookingId: string;
  input: BookRoomInput;
  /** With a deposit it is held first, and confirmed once that is paid. */
  way: 'bookRoom' | 'holdRoom';
  /** Minor units: of each night of the stay, and of the night after it, which a change may add. */
  nightlyRates: number[];
  waitedDays: number;
};

/** @param hotels by name */
export function plannedBooking(reservation: Reservation, hotels: Map<string, HotelPlan>): PlannedBooking {
  const { row, hotel, arrival, nights, reserved, children, deposit, waitedDays } = reservation;
  const plan = hotels.get(hotel);
  if (!plan) throw new Error(`Row ${row} is of ${hotel}, which is not planned.`);
  const nightlyRates = Array.from({ length: nights + 1 }, (_, night) =>
    plan.rates(reserved, toDate(arrival + night).slice(0, 7)),
  );
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
      expectedTotal: nightlyRates.slice(0, nights).reduce((sum, rate) => sum + rate, 0),
      // Synthetic: the data names nobody.
      guest: { name: `Guest ${row}`, email: `guest-${row}@example.com` },
    },
    way: deposit === 'No Deposit' ? 'bookRoom' : 'holdRoom',
    nightlyRates,
    waitedDays,
  };
}

/** A UUID of version 8 (free form, RFC 9562) that carries the row number. */
export function bookingIdOf(row: number): string {
  return `00000000-0000-8000-8000-${row.toString(16).padStart(12, '0')}`;
}
