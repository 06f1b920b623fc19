import type { Intent } from './intent.ts';
import { newId } from './id.ts';

/** A Refund; names as Stripe has them. */
export type Refund = {
  id: string;
  object: 'refund';
  /** Minor units. */
  amount: number;
  charge: string;
  created: number;
  currency: string;
  metadata: Record<string, string>;
  payment_intent: string;
  reason: string | null;
  status: 'succeeded';
};

export function newRefund(
  intent: Intent,
  { amount, metadata, reason }: Pick<Refund, 'amount' | 'metadata' | 'reason'>,
  now: number,
): Refund {
  return {
    id: newId('re'),
    object: 'refund',
    amount,
    charge: intent.latest_charge ?? '',
    created: now,
    currency: intent.currency,
    metadata,
    payment_intent: intent.id,
    reason,
    status: 'succeeded',
  };
}

/** The Charge that `charge.refunded` tells of. @param refunded minor units of all refunds so far */
export function chargeOf(intent: Intent, refunded: number) {
  return {
    id: intent.latest_charge,
    object: 'charge',
    amount: intent.amount,
    amount_captured: intent.amount_received,
    amount_refunded: refunded,
    captured: intent.amount_received > 0,
    currency: intent.currency,
    livemode: false,
    metadata: intent.metadata,
    payment_intent: intent.id,
    refunded: refunded === intent.amount_received,
    status: 'succeeded',
  };
}
