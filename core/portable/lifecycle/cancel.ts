import type { Refusal } from '../errors.ts';
import { isoInstant } from '../days/instants.ts';
import type { BookingItem } from '../items/booking.ts';
import { cancellationFee } from './cancellationFee.ts';
import { becomes, type Change } from './change.ts';
import { commandRefusal } from './commandRefusal.ts';
import { standingOf } from './standing.ts';

/** How it is cancelled; the fee is waived by the property only. */
export type Cancelling = { reason: string | null; waiveFee: boolean };

/** Why a booking cannot be cancelled; null where it can. @param today `YYYY-MM-DD`, where the property is */
export function cancelRefusal(booking: BookingItem, today: string, now: number): Refusal | null {
  const why = commandRefusal('cancel', booking, now);
  if (why || booking.departure > today) return why;
  return { type: 'InvalidState', message: 'The stay is over and cannot be cancelled.' };
}

/**
 * The booking ends and gives its nights back, for the fee that was agreed. What was not sold yet stays known as such: a PMS
 * never heard of it.
 * @param booking with no {@link cancelRefusal}
 */
export function cancel(booking: BookingItem, { reason, waiveFee }: Cancelling, today: string, now: number): Change {
  const cancel_fee = waiveFee ? 0 : cancellationFee(booking, today);
  const ended: Partial<BookingItem> = { cancelled_at: isoInstant(now), cancel_reason: reason, cancel_fee };
  if (standingOf(booking.status) !== 'SOLD') ended.never_sold = true;
  return becomes(booking, 'CANCELLED', ended, now);
}
