import type Stripe from 'stripe';

/** What is looked at, and which of its fields names the payment. Of an order that was just made there is nothing to say. */
const FIELDS: Record<string, 'id' | 'payment_intent'> = {
  'payment_intent.amount_capturable_updated': 'id',
  'payment_intent.succeeded': 'id',
  'payment_intent.canceled': 'id',
  'payment_intent.payment_failed': 'id',
  'charge.refunded': 'payment_intent',
};

/** The payment that an event is about; null for what is not looked at. */
export function referenceOf({ type, data: { object } }: Stripe.Event): string | null {
  const field = FIELDS[type];
  const value = field === undefined ? null : (object as unknown as Record<string, unknown>)[field];
  return typeof value === 'string' && value !== '' ? value : null;
}
