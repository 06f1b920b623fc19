import type { ErrorType, Refusal } from '../../core/portable/errors.ts';
import type { BookingItem } from '../../core/portable/items/booking.ts';
import { toPayment } from '../../core/portable/items/payment.ts';
import type { Payment } from '../../generated/types.ts';
import type { LiveOrder } from './liveOrder.ts';

export type Answer = { result: Payment } | { refusal: Refusal };

export function refuse(type: ErrorType, message: string): Answer {
  return { refusal: { type, message } };
}

/** Nothing is paid in advance. */
export function nothingToPay({ total_amount: amount, currency }: BookingItem): Answer {
  return {
    result: {
      provider: 'NONE',
      status: 'PENDING',
      amount: { amount, currency },
      reference: null,
      clientSecret: null,
      expiresAt: null,
      capturedAt: null,
      refundedAmount: null,
      reason: null,
    },
  };
}

/** The booking's payment, with what to pay it by. */
export function started({ payment }: BookingItem, { clientSecret }: LiveOrder): Answer {
  return { result: { ...toPayment(payment!), clientSecret } };
}
