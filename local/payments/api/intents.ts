import { z } from 'zod';
import { type Intent, newIntent } from '../objects/intent.ts';
import type { Payments } from '../payments.ts';
import type { ApiError } from './apiError.ts';
import { invalid, missing } from './apiError.ts';
import { pay } from './pay.ts';
import { checked, flag, metadata, whole } from './parameters.ts';
import { cardOf } from './paymentMethods.ts';
import { requireStatus } from './requireStatus.ts';

/** Stripe's least charge of most currencies is half of their unit, or some fifty of those without smaller ones. */
const LEAST_AMOUNT = 50;
const MOST_AMOUNT = 99_999_999;

const creation = z.strictObject({
  amount: whole,
  currency: z.string().regex(/^[a-zA-Z]{3}$/),
  capture_method: z.enum(['automatic', 'automatic_async', 'manual']).default('automatic_async'),
  description: z.string().max(1000).optional(),
  metadata,
  payment_method: z.string().optional(),
  allowed_payment_method_types: z.record(z.string(), z.literal('card')).optional(),
  /** Taken off the API in its release of 2026-09-30. */
  payment_method_types: z.never('no longer supported').optional(),
  automatic_payment_methods: z
    .strictObject({ enabled: flag, allow_redirects: z.enum(['always', 'never']).optional() })
    .optional(),
  receipt_email: z.string().optional(),
  confirm: flag.default(false),
});

export function createIntent(payments: Payments, given: unknown): Intent {
  const wanted = checked(creation, given);
  const { amount } = wanted;
  if (amount < LEAST_AMOUNT) throw amountError('amount_too_small', 'Amount must be at least 50 minor units.');
  if (amount > MOST_AMOUNT) throw amountError('amount_too_large', 'Amount must be no more than 99,999,999.');
  checkCard(wanted.payment_method);
  const intent = newIntent(
    {
      amount,
      currency: wanted.currency.toLowerCase(),
      capture_method: wanted.capture_method,
      description: wanted.description ?? null,
      metadata: wanted.metadata,
      payment_method: wanted.payment_method ?? null,
      receipt_email: wanted.receipt_email ?? null,
    },
    payments.now(),
  );
  payments.save(intent);
  payments.tell('payment_intent.created', intent);
  return wanted.confirm ? pay(payments, intent) : intent;
}

export function readIntent(payments: Payments, id: string): Intent {
  const intent = payments.intents.get(id);
  if (intent === undefined) throw missing('payment_intent', id);
  return structuredClone(intent);
}

const confirmation = z.strictObject({
  payment_method: z.string().optional(),
  return_url: z.string().optional(),
  off_session: flag.optional(),
  client_secret: z.string().optional(),
});

/** @throws {ApiError} 402 for a card that is declined; the intent then waits for another one */
export function confirmIntent(payments: Payments, id: string, given: unknown): Intent {
  const { payment_method } = checked(confirmation, given);
  const intent = readIntent(payments, id);
  requireStatus(intent, 'confirm', ['requires_payment_method', 'requires_confirmation', 'requires_action']);
  checkCard(payment_method);
  intent.payment_method = payment_method ?? intent.payment_method;
  if (intent.payment_method === null) {
    const message =
      "You cannot confirm this PaymentIntent because it's missing a payment method. Update it with one, or name one.";
    throw invalid(message, { code: 'payment_intent_unexpected_state' });
  }
  return pay(payments, intent);
}

const capture = z.strictObject({ amount_to_capture: whole.optional(), metadata: metadata.optional() });

/** Takes the money, or part of it: what is left goes back to the card. */
export function captureIntent(payments: Payments, id: string, given: unknown): Intent {
  const intent = readIntent(payments, id);
  const { amount_to_capture: amount = intent.amount_capturable } = checked(capture, given);
  requireStatus(intent, 'capture', ['requires_capture']);
  if (amount > intent.amount_capturable) {
    throw amountError('amount_too_large', 'The amount to capture is greater than what can be captured.');
  }
  if (amount < 1) throw amountError('parameter_invalid_integer', 'This value must be greater than or equal to 1.');
  Object.assign(intent, { status: 'succeeded', amount_received: amount, amount_capturable: 0 });
  payments.save(intent);
  payments.tell('payment_intent.succeeded', intent);
  return intent;
}

const cancellation = z.strictObject({
  cancellation_reason: z.enum(['duplicate', 'fraudulent', 'requested_by_customer', 'abandoned']).optional(),
});

export function cancelIntent(payments: Payments, id: string, given: unknown): Intent {
  const { cancellation_reason = null } = checked(cancellation, given);
  const intent = readIntent(payments, id);
  requireStatus(intent, 'cancel', [
    'requires_payment_method',
    'requires_capture',
    'requires_confirmation',
    'requires_action',
  ]);
  Object.assign(intent, {
    status: 'canceled',
    amount_capturable: 0,
    canceled_at: payments.now(),
    cancellation_reason,
    next_action: null,
  });
  payments.save(intent);
  payments.tell('payment_intent.canceled', intent);
  return intent;
}

function checkCard(paymentMethod: string | undefined): void {
  if (paymentMethod === undefined || cardOf(paymentMethod) !== undefined) return;
  const message = `No such PaymentMethod: '${paymentMethod}'`;
  throw invalid(message, { code: 'resource_missing', param: 'payment_method' });
}

const amountError = (code: string, message: string): ApiError => invalid(message, { code, param: 'amount' });
