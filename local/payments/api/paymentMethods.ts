import type { CardError, Intent } from '../objects/intent.ts';

/** What a test card does. Source: Stripe documentation, "Test card numbers", PaymentMethods. */
export type TestCard = 'pays' | 'asks' | { declined: Pick<CardError, 'code' | 'decline_code' | 'message'> };

const decline = (code: string, decline_code: string | undefined, message: string): TestCard => ({
  declined: { code, ...(decline_code ? { decline_code } : {}), message },
});

const CARDS: ReadonlyMap<string, TestCard> = new Map([
  ['pm_card_visa', 'pays'],
  ['pm_card_mastercard', 'pays'],
  ['pm_card_authenticationRequired', 'asks'],
  ['pm_card_chargeDeclined', decline('card_declined', 'generic_decline', 'Your card was declined.')],
  [
    'pm_card_chargeDeclinedInsufficientFunds',
    decline('card_declined', 'insufficient_funds', 'Your card has insufficient funds.'),
  ],
  ['pm_card_chargeDeclinedExpiredCard', decline('expired_card', undefined, 'Your card has expired.')],
]);

export const TEST_CARDS = [...CARDS.keys()];

export function cardOf(paymentMethod: string): TestCard | undefined {
  return CARDS.get(paymentMethod);
}

/** The error of a declined payment, as the intent keeps it. */
export function cardError(intent: Intent, declined: Pick<CardError, 'code' | 'decline_code' | 'message'>): CardError {
  const id = intent.payment_method ?? '';
  return { type: 'card_error', ...declined, payment_method: { id, object: 'payment_method', type: 'card' } };
}
