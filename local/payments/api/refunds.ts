import { z } from 'zod';
import { chargeOf, newRefund, type Refund } from '../objects/refund.ts';
import type { Payments } from '../payments.ts';
import { invalid, missing } from './apiError.ts';
import { readIntent } from './intents.ts';
import { checked, metadata, whole } from './parameters.ts';

const creation = z.strictObject({
  payment_intent: z.string(),
  amount: whole.optional(),
  metadata,
  reason: z.enum(['duplicate', 'fraudulent', 'requested_by_customer']).optional(),
});

/** Gives back what was captured, or part of it. */
export function createRefund(payments: Payments, given: unknown): Refund {
  const wanted = checked(creation, given);
  const intent = readIntent(payments, wanted.payment_intent);
  if (intent.status !== 'succeeded') {
    const message = `This PaymentIntent (${intent.id}) does not have a successful charge to refund.`;
    throw invalid(message, { code: 'payment_intent_unexpected_state', payment_intent: intent });
  }
  const before = refundedOf(payments, intent.id);
  const left = intent.amount_received - before;
  if (left === 0) {
    throw invalid(`Charge ${intent.latest_charge} has already been refunded.`, { code: 'charge_already_refunded' });
  }
  const { amount = left } = wanted;
  if (amount > left || amount < 1) {
    throw invalid(`Refund amount (${amount}) must be between 1 and what is left (${left}).`, { param: 'amount' });
  }
  const refund = newRefund(
    intent,
    { amount, metadata: wanted.metadata, reason: wanted.reason ?? null },
    payments.now(),
  );
  payments.refunds.set(refund.id, refund);
  payments.tell('charge.refunded', chargeOf(intent, before + amount));
  return refund;
}

export function readRefund(payments: Payments, id: string): Refund {
  const refund = payments.refunds.get(id);
  if (refund === undefined) throw missing('refund', id);
  return refund;
}

const listing = z.strictObject({ payment_intent: z.string(), limit: whole.default(10) });

/** Newest first. */
export function listRefunds(payments: Payments, given: unknown) {
  const { payment_intent, limit } = checked(listing, given);
  const all = refundsOf(payments, payment_intent).reverse();
  return { object: 'list', data: all.slice(0, limit), has_more: all.length > limit, url: '/v1/refunds' };
}

const refundsOf = (payments: Payments, intentId: string): Refund[] =>
  payments.refunds.values().filter((refund) => refund.payment_intent === intentId);

const retrieval = z.strictObject({ expand: z.record(z.string(), z.literal('latest_charge')).optional() });

/** An intent, with its charge in full where that is asked for. */
export function retrieveIntent(payments: Payments, id: string, given: unknown): object {
  const { expand } = checked(retrieval, given);
  const intent = readIntent(payments, id);
  if (expand === undefined || intent.latest_charge === null) return intent;
  return { ...intent, latest_charge: chargeOf(intent, refundedOf(payments, id)) };
}

function refundedOf(payments: Payments, intentId: string): number {
  return refundsOf(payments, intentId).reduce((sum, { amount }) => sum + amount, 0);
}
