import type { BookingRequest } from '../portable/items/booking.ts';

/** A booking with status QUEUED: what it asks for. Its item holds more, which is nothing to the group commit. */
export type QueuedBooking = BookingRequest & {
  booking_id: string;
  /** ISO 4217, for messages. */
  currency: string;
  /** Minor units for all nights and units, where the guest was told a price; else the booking takes today's rates. */
  expected_total?: number | null;
};
