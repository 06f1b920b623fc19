import type { WaitlistEntry } from '../../../generated/types.ts';
import { dayNumber, parseDay } from '../days/dates.ts';
import type { BookingItem } from './booking.ts';
import { type OperationsKey, waitlistPartition } from './operations.ts';

/*
 * A stay that waits is a booking of status WAITLISTED, with its guest. Its place in the line of its room type is an item of the
 * operations table that says nothing of the guest: it is written with the booking, and removed as the booking gets another status.
 */

export type WaitlistItem = OperationsKey & {
  booking_id: string;
  property_id: string;
  room_type_id: string;
  arrival: string;
  departure: string;
  units: number;
  /** ISO 8601. */
  joined_at: string;
  /** Epoch seconds. */
  expiry_time: number;
};

type Place = Pick<BookingItem, 'booking_id' | 'property_id' | 'room_type_id' | 'waitlisted_at'>;

/** Long after nobody can wait any more: until then the reconciliation ends what is left. */
const KEPT_DAYS = 30;
const DAY_SECONDS = 86400;

/** First come, first in line; within a millisecond the id decides. */
export function waitlistKey(booking: Place): OperationsKey {
  const { property_id, room_type_id, waitlisted_at, booking_id } = booking;
  return { pk: waitlistPartition(property_id, room_type_id), sk: `${waitlisted_at}#${booking_id}` };
}

/** The place in line of a booking that waits. */
export function waitlistItem(booking: BookingItem): WaitlistItem {
  const { booking_id, property_id, room_type_id, arrival, departure, units, waitlisted_at } = booking;
  const { pk, sk } = waitlistKey(booking);
  const joined_at = waitlisted_at ?? '';
  const expiry_time = (dayNumber(parseDay(arrival)!) + KEPT_DAYS) * DAY_SECONDS;
  return { pk, sk, booking_id, property_id, room_type_id, arrival, departure, units, joined_at, expiry_time };
}

type Shown = Omit<WaitlistEntry, 'position'>;

/** A place in line as the API shows it. */
export function waitingEntry(item: WaitlistItem): Shown {
  return {
    id: item.booking_id,
    status: 'WAITING',
    reason: null,
    propertyId: item.property_id,
    roomTypeId: item.room_type_id,
    arrival: item.arrival,
    departure: item.departure,
    units: item.units,
    joinedAt: item.joined_at,
    bookingId: null,
  };
}

/** What became of a booking that waits or waited, as the API shows it. */
export function waitlistEntry(booking: BookingItem): Shown {
  const shown = waitingEntry(waitlistItem(booking));
  const bookingId = booking.offered_from_waitlist ? booking.booking_id : null;
  if (booking.status === 'WAITLISTED') return shown;
  if (booking.status === 'HELD') return Object.assign(shown, { status: 'OFFERED' as const, bookingId });
  return Object.assign(shown, { status: 'ENDED' as const, reason: booking.status, bookingId });
}
