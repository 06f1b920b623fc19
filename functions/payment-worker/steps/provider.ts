import type { Order } from '../../../core/payments/order.ts';
import { toProviderAmount } from '../../../core/payments/providerAmount.ts';
import { refundKey } from '../../../core/payments/refundKey.ts';
import { stripe } from '../../shared/payments/stripe.ts';

/**
 * Takes the money of an authorized order. The order's own state keeps it from being taken twice; the key makes the same
 * delivery's repeats one, and lets the next delivery try anew where the provider keeps a failure.
 * @param amount minor units
 * @param delivery how often the message was received
 */
export async function capture({ reference, currency }: Order, amount: number, delivery: number): Promise<void> {
  const client = await stripe();
  await client.paymentIntents.capture(
    reference,
    { amount_to_capture: toProviderAmount(amount, currency) },
    { idempotencyKey: `${reference}:capture:${amount}:${delivery}` },
  );
}

/** Nothing will be taken by this order any more. */
export async function cancelOrder({ reference }: Order): Promise<void> {
  const client = await stripe();
  await client.paymentIntents.cancel(reference);
}

/** Gives money back. Nothing but the key keeps it from being given twice. @param amount minor units */
export async function refund({ reference, currency, refunded }: Order, amount: number): Promise<void> {
  const client = await stripe();
  await client.refunds.create(
    { payment_intent: reference, amount: toProviderAmount(amount, currency) },
    { idempotencyKey: refundKey(reference, refunded) },
  );
}
