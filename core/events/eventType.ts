import type { BookingStatus } from '../../generated/types.ts';
import type { BookingItem } from '../portable/items/booking.ts';
import { changedParts } from './changedParts.ts';

/**
 * What happened to a booking: the status it came to; BOOKED where it was sold at once, with no hold, request or queue
 * before; OFFERED where it waited and is held now; REASSIGNED where its room type was changed for it; CLAIMED where a guest
 * took over what staff had booked for him; ERASED where the guest's data were removed, so that nobody is written to; PAYMENT where
 * nothing but its payment, and how long it may be paid, became another; MODIFIED for any other change under the same status.
 */
export type BookingEventType =
  | BookingStatus
  | 'BOOKED'
  | 'OFFERED'
  | 'MODIFIED'
  | 'REASSIGNED'
  | 'CLAIMED'
  | 'ERASED'
  | 'PAYMENT';

/** @param before null where there was no booking */
export function eventType(before: BookingItem | null, after: BookingItem): BookingEventType {
  if (before === null && after.status === 'CONFIRMED') return 'BOOKED';
  if (before?.status === 'WAITLISTED' && after.status === 'HELD') return 'OFFERED';
  if (before === null || before.status !== after.status) return after.status;
  if (after.erased_at && after.erased_at !== before.erased_at) return 'ERASED';
  if (after.guest_id && !before.guest_id) return 'CLAIMED';
  if (wasReassigned(before, after)) return 'REASSIGNED';
  const isSame = changedParts(before, after).length === 0;
  return isSame && isOtherPayment(before.payment, after.payment) ? 'PAYMENT' : 'MODIFIED';
}

function isOtherPayment(before: BookingItem['payment'], after: BookingItem['payment']): boolean {
  return before?.status !== after?.status || paid(before) !== paid(after);
}

/** What else one payment differs from another by. */
function paid(payment: BookingItem['payment']): string {
  const { reference, expires_at, refunded_amount, reason } = payment ?? {};
  return JSON.stringify([reference, expires_at, refunded_amount, reason]);
}

function wasReassigned(before: BookingItem, after: BookingItem): boolean {
  return before.room_type_id !== after.room_type_id && after.reassigned_from === before.room_type_id;
}
