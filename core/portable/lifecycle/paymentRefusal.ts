import type { Refusal } from '../errors.ts';
import type { BookingItem } from '../items/booking.ts';

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
