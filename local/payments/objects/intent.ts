import { newId } from './id.ts';

/** The statuses of a card payment that one meets here. */
export type IntentStatus =
  | 'requires_payment_method'
  | 'requires_confirmation'
  | 'requires_action'
  | 'requires_capture'
  | 'canceled'
  | 'succeeded';

export type CardError = {
  type: 'card_error';
  code: string;
  decline_code?: string;
  message: string;
  payment_method: { id: string; object: 'payment_method'; type: 'card' };
};

/** A PaymentIntent with the fields that matter to a card payment; names, null and numbers as Stripe has them. */
export type Intent = {
  id: string;
  object: 'payment_intent';
  /** Minor units. */
  amount: number;
  amount_capturable: number;
  amount_received: number;
  canceled_at: number | null;
  cancellation_reason: string | null;
  capture_method: 'automatic' | 'automatic_async' | 'manual';
  client_secret: string;
  confirmation_method: 'automatic';
  /** Epoch seconds. */
  created: number;
  /** Three letters, lower case. */
  currency: string;
  customer: null;
  description: string | null;
  last_payment_error: CardError | null;
  latest_charge: string | null;
  livemode: false;
  metadata: Record<string, string>;
  next_action: { type: 'use_stripe_sdk'; use_stripe_sdk: { type: 'three_d_secure_redirect' } } | null;
  payment_method: string | null;
  payment_method_types: string[];
  receipt_email: string | null;
  status: IntentStatus;
};

export type NewIntent = Pick<
  Intent,
  'amount' | 'currency' | 'capture_method' | 'description' | 'metadata' | 'payment_method' | 'receipt_email'
>;

/** @param now epoch seconds */
export function newIntent(wanted: NewIntent, now: number): Intent {
  const id = newId('pi');
  return {
    id,
    object: 'payment_intent',
    amount_capturable: 0,
    amount_received: 0,
    canceled_at: null,
    cancellation_reason: null,
    client_secret: `${id}_${newId('secret')}`,
    confirmation_method: 'automatic',
    created: now,
    customer: null,
    last_payment_error: null,
    latest_charge: null,
    livemode: false,
    next_action: null,
    payment_method_types: ['card'],
    ...wanted,
    status: wanted.payment_method === null ? 'requires_payment_method' : 'requires_confirmation',
  };
}
