import type { BookingItem } from '../portable/items/booking.ts';
import type { PaymentItem } from '../portable/items/payment.ts';
import { isoInstant } from '../portable/days/instants.ts';
import { hasRunOut } from '../portable/lifecycle/hold.ts';
import type { Order } from './order.ts';
import { mismatch } from './standing.ts';

/** What a booking should say of its order. @param now epoch milliseconds */
export function paymentOf(booking: BookingItem, payment: PaymentItem, order: Order, now: number): PaymentItem {
  const { provider, reference, amount, currency, expires_at } = payment;
  const base = { provider, reference, amount, currency, expires_at };
  switch (order.status) {
    case 'OPEN':
      return order.failure === null
        ? { ...base, status: 'PENDING' }
        : { ...base, status: 'FAILED', reason: order.failure };
    case 'AUTHORIZED':
      return { ...base, status: 'AUTHORIZED' };
    case 'CANCELLED':
      return { ...base, ...cancelled(booking, payment, order, now) };
    case 'CAPTURED':
      return { ...base, captured_at: payment.captured_at ?? isoInstant(now), ...captured(booking, order, now) };
    default:
      return order.status satisfies never;
  }
}

/** Does the booking say it already? */
export function says(payment: PaymentItem, wanted: PaymentItem): boolean {
  return (
    payment.status === wanted.status &&
    (payment.reason ?? null) === (wanted.reason ?? null) &&
    (payment.captured_at ?? null) === (wanted.captured_at ?? null) &&
    (payment.refunded_amount ?? 0) === (wanted.refunded_amount ?? 0)
  );
}

type Outcome = Pick<PaymentItem, 'status' | 'reason' | 'refunded_amount'>;

/** Why it is over was said when it came to its end: what becomes of the booking later does not change it. */
function cancelled(booking: BookingItem, payment: PaymentItem, order: Order, now: number): Outcome {
  if (payment.status === 'CANCELLED') return withReason('CANCELLED', payment.reason ?? null);
  const wrong = mismatch(booking, order);
  if (payment.reason?.startsWith('PaymentMismatch')) return withReason('FAILED', payment.reason);
  if (wrong !== null && booking.status === 'HELD') return withReason('FAILED', wrong);
  return withReason('CANCELLED', lateness(booking, now));
}

function captured(booking: BookingItem, order: Order, now: number): Outcome {
  if (order.refunded === 0) return { status: 'CAPTURED' };
  const reason = booking.payment?.reason ?? (booking.status === 'HELD' ? mismatch(booking, order) : null);
  return {
    ...withReason('REFUNDED', reason ?? lateness(booking, now)),
    refunded_amount: order.refunded,
  };
}

function lateness(booking: BookingItem, now: number): string | null {
  const isLate = booking.status === 'EXPIRED' || (booking.status === 'HELD' && hasRunOut(booking, now));
  return isLate ? 'HoldExpired: the hold ran out before it was paid.' : null;
}

const withReason = (status: PaymentItem['status'], reason: string | null): Outcome =>
  reason === null ? { status } : { status, reason };
