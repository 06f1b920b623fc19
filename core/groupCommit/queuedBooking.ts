import type { BookingRequest } from '../portable/items/booking.ts';

/** A booking with status QUEUED: what it asks for. Its item holds more, which is nothing to the group commit. */
export type QueuedBooking = BookingRequest & {
  booking_id: string;
  /** ISO 4217, for messages. */
  currency: string;
  /** Minor units for all nights and units, where the guest was told a price; else the booking takes today's rates. */
  expected_total?: number | null;
  /** What it becomes; absent: CONFIRMED. */
  goal?: 'HELD' | 'REQUESTED' | null;
  /** What a guest has only so often, freed where the request is refused. */
  claim?: string | null;
  /** When it joined the line: ISO 8601, then `#` and what makes it unique. */
  queued_at?: string | null;
  /** Of a hold: how long it lasts once it is served. */
  hold_seconds?: number | null;
  /** Of a request: until when the property may answer. */
  hold_until?: number | null;
};
