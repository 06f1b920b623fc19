import { newId } from '../objects/id.ts';
import type { Intent } from '../objects/intent.ts';
import type { Payments } from '../payments.ts';
import { ApiError } from './apiError.ts';
import { cardError, cardOf } from './paymentMethods.ts';

/**
 * Lets the intent's card pay: authorized and waiting to be captured, or taken at once, as its capture method says.
 * @throws {ApiError} 402 for a card that is declined
 */
export function pay(payments: Payments, intent: Intent): Intent {
  const card = cardOf(intent.payment_method ?? '');
  if (card === 'asks') {
    Object.assign(intent, {
      status: 'requires_action',
      next_action: { type: 'use_stripe_sdk', use_stripe_sdk: { type: 'three_d_secure_redirect' } },
    });
    payments.save(intent);
    payments.tell('payment_intent.requires_action', intent);
    return intent;
  }
  if (card !== 'pays') throw decline(payments, intent, card!.declined);
  return authorize(payments, intent);
}

/** The holder has proven to be who he is, or has not. */
export function authenticate(payments: Payments, intent: Intent, succeeds: boolean): Intent {
  if (succeeds) return authorize(payments, intent);
  throw decline(payments, intent, {
    code: 'payment_intent_authentication_failure',
    message: 'The provided payment method has failed authentication. You can provide payment_method_data or a new one.',
  });
}

function authorize(payments: Payments, intent: Intent): Intent {
  const isManual = intent.capture_method === 'manual';
  Object.assign(intent, {
    status: isManual ? 'requires_capture' : 'succeeded',
    amount_capturable: isManual ? intent.amount : 0,
    amount_received: isManual ? 0 : intent.amount,
    last_payment_error: null,
    latest_charge: newId('ch'),
    next_action: null,
  });
  payments.save(intent);
  payments.tell(isManual ? 'payment_intent.amount_capturable_updated' : 'payment_intent.succeeded', intent);
  return intent;
}

function decline(payments: Payments, intent: Intent, declined: Parameters<typeof cardError>[1]): ApiError {
  const error = cardError(intent, declined);
  const charge = newId('ch');
  Object.assign(intent, {
    status: 'requires_payment_method',
    last_payment_error: error,
    latest_charge: charge,
    next_action: null,
    payment_method: null,
  });
  payments.save(intent);
  payments.tell('payment_intent.payment_failed', intent);
  return new ApiError(402, { ...error, charge, payment_intent: intent });
}
