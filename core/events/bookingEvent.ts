import type { BookingStatus, PmsKind } from '../../generated/types.ts';
import type { BookingItem } from '../portable/items/booking.ts';
import { type BookingPart, changedParts } from './changedParts.ts';
import { type EventBooking, eventBooking } from './eventBooking.ts';
import { type BookingEventType, eventType } from './eventType.ts';

/** Rises when a field changes its meaning or goes away; new fields come without a rise. */
export const SCHEMA_VERSION = 1;

/** One change of a booking, with its full state after it: a receiver needs no other message to act on it. */
export type BookingEvent = {
  schemaVersion: typeof SCHEMA_VERSION;
  /** The same for the same change, however often it is published. See {@link eventId}. */
  eventId: string;
  type: BookingEventType;
  bookingId: string;
  version: number;
  propertyId: string;
  pmsKind: PmsKind;
  /** Opaque: the guest's account; null where there is none. */
  guestRef: string | null;
  /** When the booking was written; ISO 8601. */
  occurredAt: string;
  /** Null for a new booking, and where it is not known any more. */
  statusBefore: BookingStatus | null;
  changed: BookingPart[];
  booking: EventBooking;
};

/** Booking ids are UUIDs or ULIDs, so neither `:` nor the `.` that webhook ids must not have occurs in them. */
export function eventId(bookingId: string, version: number): string {
  return `${bookingId}:${version}`;
}

/**
 * The event of one record of the bookings stream; null where the booking did not change: its version did not rise, as
 * when a PMS's confirmation number is noted on it.
 * @param before the old image, null for a new booking
 * @param pmsKind of the booking's property
 */
export function bookingEvent(before: BookingItem | null, after: BookingItem, pmsKind: PmsKind): BookingEvent | null {
  if (before !== null && after.version <= before.version) return null;
  return {
    schemaVersion: SCHEMA_VERSION,
    eventId: eventId(after.booking_id, after.version),
    type: eventType(before, after),
    bookingId: after.booking_id,
    version: after.version,
    propertyId: after.property_id,
    pmsKind,
    guestRef: after.guest_id ?? null,
    occurredAt: after.updated_at,
    statusBefore: before?.status ?? null,
    changed: changedParts(before, after),
    booking: eventBooking(after),
  };
}
