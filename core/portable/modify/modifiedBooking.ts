import type { ModifyBookingInput } from '../../../generated/types.ts';
import { dateOf, dayNumber, indexes, parseDay } from '../days/dates.ts';
import type { BookingItem } from '../items/booking.ts';
import type { CalendarPage } from '../items/calendarPage.ts';
import { guestItem, sameGuest } from '../items/guest.ts';
import { nextVersion, partsBetween } from '../lifecycle/change.ts';
import { withSearchKeys } from '../search/searchKeys.ts';

/** What a booking is to be like: whatever the input leaves out stays. */
export type Wanted = Pick<
  BookingItem,
  'room_type_id' | 'arrival' | 'departure' | 'units' | 'adults' | 'children' | 'guest'
>;

export function wantedOf(booking: BookingItem, input: ModifyBookingInput): Wanted {
  return {
    room_type_id: input.roomTypeId ?? booking.room_type_id,
    arrival: input.arrival ?? booking.arrival,
    departure: input.departure ?? booking.departure,
    units: input.units ?? booking.units,
    adults: input.adults ?? booking.adults,
    children: input.children ?? booking.children,
    guest: input.guest ? guestItem(input.guest, booking.guest) : booking.guest,
  };
}

/** Is the booking like that already? */
export function isAsWanted(booking: BookingItem, wanted: Wanted): boolean {
  return (
    booking.room_type_id === wanted.room_type_id &&
    booking.arrival === wanted.arrival &&
    booking.departure === wanted.departure &&
    booking.units === wanted.units &&
    booking.adults === wanted.adults &&
    booking.children === wanted.children &&
    sameGuest(booking.guest, wanted.guest)
  );
}

/**
 * The booking as it is wanted. Nights that it keeps keep the price that was agreed; the others cost what their pages say.
 * @param pages by {@link pageOf}, with a rate for each night that is new
 * @param now epoch milliseconds
 */
export function modifiedBooking(
  booking: BookingItem,
  wanted: Wanted,
  pages: Record<string, CalendarPage | null>,
  now: number,
): BookingItem {
  const nightly_rates = partsBetween(wanted.arrival, wanted.departure).flatMap(({ month, from, to }) =>
    indexes(from, to).map((index) => {
      const agreed = agreedRate(booking, wanted.room_type_id, dateOf(month, index));
      return agreed ?? (pages[pageOf(month, wanted.room_type_id)] as CalendarPage).rate[index];
    }),
  );
  const total_amount = nightly_rates.reduce((sum, rate) => sum + rate * wanted.units, 0);
  const nights = nightly_rates.length;
  const after = nextVersion(booking, Object.assign({}, wanted, { nights, nightly_rates, total_amount }), now);
  // Where it was moved from says nothing of a room type that was asked for since.
  if (wanted.room_type_id !== booking.room_type_id) delete after.reassigned_from;
  return withSearchKeys(after);
}

/** The key under which pages are handed on. */
export function pageOf(month: string, roomTypeId: string): string {
  return `${month}#${roomTypeId}`;
}

function agreedRate(booking: BookingItem, roomTypeId: string, date: string): number | null {
  if (booking.room_type_id !== roomTypeId || date < booking.arrival || date >= booking.departure) return null;
  return booking.nightly_rates[dayNumber(parseDay(date)!) - dayNumber(parseDay(booking.arrival)!)];
}
