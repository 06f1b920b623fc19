import { type AuditEvent, auditEvent } from '../events/auditEvent.ts';
import { type BookingEvent, bookingEvent } from '../events/bookingEvent.ts';
import type { BookingItem } from '../portable/items/booking.ts';

/**
 * The event of a booking's present version, for a history that lacks it. What the booking was before is not known any
 * more, so a version beyond the first is called by its status; versions before the present one can't be had back.
 */
export function refillEvent(item: BookingItem): AuditEvent {
  // Without a version before, every booking has an event. History does not keep the kind of PMS.
  const event = bookingEvent(null, item, 'NONE') as BookingEvent;
  return auditEvent(item.version === 1 ? event : { ...event, type: item.status });
}
