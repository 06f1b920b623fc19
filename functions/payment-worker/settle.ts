import Stripe from 'stripe';
import { decide } from '../../core/payments/decide.ts';
import type { PaymentMessage } from '../../core/payments/paymentMessage.ts';
import { PoisonError } from '../shared/batch/poison.ts';
import { pauseBefore } from '../shared/retry.ts';
import { forgetKey } from '../shared/payments/stripe.ts';
import { readPair } from './readPair.ts';
import { carryOut } from './steps/carryOut.ts';

/** Confirmed, captured, noted; and some more, as others may write in between. */
const MOST_STEPS = 10;
const USUAL_STEPS = 3;

/** What the provider answers where the order is not as it was read any more. */
const OVERTAKEN = ['payment_intent_unexpected_state', 'charge_already_refunded'];

/**
 * Brings an order and its booking to rest: reads both, does the one next thing, and reads again.
 * @param delivery how often the message was received
 * @throws when tables or provider do not answer, or others write the booking all the time
 */
export async function settle(message: PaymentMessage, delivery: number): Promise<void> {
  for (let step = 0; step < MOST_STEPS; step += 1) {
    if (await isSettled(message, delivery)) return;
    // Past what one payment takes, others are in the way, or the provider is about to say something else.
    if (step > USUAL_STEPS) await pauseBefore(step - USUAL_STEPS);
  }
  throw new Error('The payment did not come to rest.');
}

async function isSettled(message: PaymentMessage, delivery: number): Promise<boolean> {
  try {
    const pair = await readPair(message);
    if (pair === null) return true;
    const isLeftOver = 'reference' in message && message.isLeftOver === true;
    const step = decide(pair.booking, pair.order, Date.now(), isLeftOver);
    if (step.kind === 'nothing') return true;
    await carryOut(step, pair, delivery);
    return false;
  } catch (error) {
    if (!(error instanceof Stripe.errors.StripeError)) throw error;
    if (OVERTAKEN.includes(error.code ?? '')) return false;
    if (error instanceof Stripe.errors.StripeAuthenticationError) forgetKey();
    if (error.code === 'resource_missing') throw new PoisonError(error.message);
    throw error;
  }
}
