import type { PaymentProvider } from '../../../generated/types.ts';

export type PaymentStatus = 'PENDING' | 'AUTHORIZED' | 'CAPTURED' | 'CANCELLED' | 'REFUNDED' | 'FAILED';

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
