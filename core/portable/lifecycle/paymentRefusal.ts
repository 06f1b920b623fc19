import type { Refusal } from '../errors.ts';
import type { BookingItem } from '../items/booking.ts';
import { standingOf } from './standing.ts';

const PAID = ['AUTHORIZED', 'CAPTURED'];

/**
 * Why a hold's payment does not allow to confirm it; null where it does, and where the guest pays at the property. Amount
 * and currency are the booking's own, as it is now. Staff may confirm what is not paid.
 * @param reference of the payment that the caller means; null for whichever it is
 */
export function paymentRefusal(
  booking: BookingItem,
  reference: string | null | undefined,
  isGuest: boolean,
): Refusal | null {
  const { payment, prepaid } = booking;
  if (reference && (!payment || payment.reference !== reference)) {
    return { type: 'PaymentMismatch', message: 'The payment is not the one of this booking.' };
  }
  if (!prepaid || !isGuest) return null;
  if (!payment || PAID.indexOf(payment.status) < 0) {
    return { type: 'PaymentMismatch', message: 'The booking has not been paid yet.' };
  }
  if (payment.amount === booking.total_amount && payment.currency === booking.currency) return null;
  const { amount, currency } = payment;
  return {
    type: 'PaymentMismatch',
    message: `Paid are ${amount} ${currency} in minor units, and due ${booking.total_amount} ${booking.currency}.`,
  };
}

/**
 * Why a guest may not change a sold stay that was to be paid in advance: it would cost more, which nobody would pay before.
 * Null where it would not, and for staff, who see to the rest themselves.
 */
export function unpaidRefusal(before: BookingItem, after: BookingItem, isGuest: boolean): Refusal | null {
  const isPaid = isGuest && before.prepaid && standingOf(before.status) === 'SOLD';
  if (!isPaid || after.total_amount <= before.total_amount) return null;
  const message = 'This stay was paid in advance, and would cost more: ask the property to change it.';
  return { type: 'InvalidState', message };
}
