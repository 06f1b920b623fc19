import type Stripe from 'stripe';
import type { Order } from '../../../core/payments/order.ts';
import { fromProviderAmount } from '../../../core/payments/providerAmount.ts';
import { stripe } from './stripe.ts';

const STATUSES: Record<Stripe.PaymentIntent.Status, Order['status']> = {
  requires_payment_method: 'OPEN',
  requires_confirmation: 'OPEN',
  requires_action: 'OPEN',
  processing: 'OPEN',
  requires_capture: 'AUTHORIZED',
  succeeded: 'CAPTURED',
  canceled: 'CANCELLED',
};

/** What metadata names the booking by. */
export const BOOKING_ID = 'booking_id';

/** An order as the provider has it now, with its client secret. @throws {Stripe.errors.StripeError} */
export async function readOrder(reference: string): Promise<Order & { clientSecret: string | null }> {
  const client = await stripe();
  const intent = await client.paymentIntents.retrieve(reference, { expand: ['latest_charge'] });
  return { ...toOrder(intent), clientSecret: intent.client_secret };
}

/** @param intent with its latest charge expanded, which tells what was refunded */
export function toOrder(intent: Stripe.PaymentIntent): Order {
  const { id: reference, metadata, status, latest_charge: charge } = intent;
  const currency = intent.currency.toUpperCase();
  const refunded = charge !== null && typeof charge === 'object' ? charge.amount_refunded : 0;
  return {
    reference,
    bookingId: metadata[BOOKING_ID] ?? null,
    status: STATUSES[status],
    amount: fromProviderAmount(intent.amount, currency),
    currency,
    received: fromProviderAmount(intent.amount_received, currency),
    refunded: fromProviderAmount(refunded, currency),
    failure: intent.last_payment_error?.message ?? null,
  };
}
