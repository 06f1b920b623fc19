import type { GuestMessageKind } from '../../generated/types.ts';
import type { BookingEvent } from '../events/bookingEvent.ts';
import type { BookingEventType } from '../events/eventType.ts';
import type { EventBooking } from '../events/eventBooking.ts';

/** What a guest is to be told of a version of a booking. */
export type Message = { kind: GuestMessageKind; booking: EventBooking };

/** Types of events that may have something to tell a guest; {@link messageOf} is asked about no other. */
export const TOLD_EVENTS = [
  'BOOKED',
  'CONFIRMED',
  'MODIFIED',
  'REASSIGNED',
  'CANCELLED',
  'REQUESTED',
  'DECLINED',
  'EXPIRED',
  'OFFERED',
] as const satisfies BookingEventType[];

/** What the guest is to be told of a change of a booking; null for nothing. */
export function messageOf(event: BookingEvent): Message | null {
  const kind = hasAddress(event.booking) ? kindOf(event) : null;
  return kind && { kind, booking: event.booking };
}

/** The reminder of a stay, by its booking as it is now; null where nobody is expected any more. */
export function reminderMessage(booking: EventBooking): Message | null {
  return booking.status === 'CONFIRMED' && hasAddress(booking) ? { kind: 'REMINDER', booking } : null;
}

function kindOf({ type, statusBefore, changed, booking }: BookingEvent): GuestMessageKind | null {
  switch (type) {
    case 'BOOKED':
    case 'CONFIRMED':
      return booking.walkedFrom ? 'RELOCATION' : 'CONFIRMATION';
    case 'MODIFIED':
      return booking.status === 'CONFIRMED' && changed.length > 0 ? 'CHANGE' : null;
    case 'REASSIGNED':
      return booking.status === 'CONFIRMED' ? 'RELOCATION' : null;
    case 'CANCELLED':
      // Who was walked is told of the booking at the sister property. What only stood in line was never promised.
      return booking.walkedTo || statusBefore === 'QUEUED' ? null : 'CANCELLATION';
    case 'REQUESTED':
      return 'REQUEST_RECEIVED';
    case 'DECLINED':
      return 'REQUEST_DECLINED';
    case 'EXPIRED':
      return statusBefore === 'REQUESTED' ? 'REQUEST_EXPIRED' : null;
    case 'OFFERED':
      return 'WAITLIST_OFFER';
    default:
      return null;
  }
}

/** Nobody is reached where there is no address, or one that can't exist. Source: RFC 6761, 6.4 (`.invalid`). */
function hasAddress({ guest }: EventBooking): boolean {
  const email = guest.email.trim().toLowerCase();
  return email.includes('@') && !email.endsWith('.invalid');
}
