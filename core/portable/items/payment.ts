import type { Payment, PaymentProvider, PaymentStatus } from '../../../generated/types.ts';
import { isoInstant } from '../days/instants.ts';

/** The order that a booking is paid by, on the booking itself. */
export type PaymentItem = {
  provider: PaymentProvider;
  status: PaymentStatus;
  /** The provider's own: a PaymentIntent's id. */
  reference: string;
  /** Minor units. */
  amount: number;
  currency: string;
  /** Epoch milliseconds: the guest has until then to pay. */
  expires_at: number;
  captured_at?: string | null;
  /** Minor units. */
  refunded_amount?: number | null;
  /** Why it failed, for people. */
  reason?: string | null;
};

/** A payment as the API shows it; its client secret is in nobody's keeping. */
export function toPayment(item: PaymentItem): Payment {
  const { provider, status, reference, amount, currency, expires_at, captured_at, refunded_amount, reason } = item;
  return {
    provider,
    status,
    amount: { amount, currency },
    reference,
    clientSecret: null,
    expiresAt: isoInstant(expires_at),
    capturedAt: captured_at ?? null,
    refundedAmount: typeof refunded_amount === 'number' ? { amount: refunded_amount, currency } : null,
    reason: reason ?? null,
  };
}
