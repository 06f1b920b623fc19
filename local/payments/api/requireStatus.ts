import type { Intent, IntentStatus } from '../objects/intent.ts';
import { invalid } from './apiError.ts';

const DONE: Record<'confirm' | 'capture' | 'cancel', string> = {
  confirm: 'confirmed',
  capture: 'captured',
  cancel: 'canceled',
};

/** @throws {ApiError} `payment_intent_unexpected_state`, with the intent as it is */
export function requireStatus(intent: Intent, action: keyof typeof DONE, statuses: readonly IntentStatus[]): void {
  if (statuses.includes(intent.status)) return;
  const message =
    `You cannot ${action} this PaymentIntent because it has a status of ${intent.status}. ` +
    `Only a PaymentIntent with one of the following statuses may be ${DONE[action]}: ${statuses.join(', ')}.`;
  throw invalid(message, { code: 'payment_intent_unexpected_state', payment_intent: intent });
}
