import type { BookingEvent } from './bookingEvent.ts';
import type { EventBooking } from './eventBooking.ts';

/**
 * The event as history keeps it for good: no guest data. The reason of a cancellation is free text that may name
 * people, so it stays out too; of the guest only the event's `guestRef` is left.
 */
export type AuditEvent = Omit<BookingEvent, 'booking'> & { booking: Omit<EventBooking, 'guest' | 'cancelReason'> };

export function auditEvent(event: BookingEvent): AuditEvent {
  const { guest: _guest, cancelReason: _cancelReason, ...booking } = event.booking;
  return { ...event, booking };
}
