import type { Refusal } from '../errors.ts';
import { MOST_AMOUNT } from './quote.ts';

/**
 * Why a stay can't be sold at its price; null when it can. Amounts are minor units, for all nights and units.
 *
 * @param expected what the guest was quoted; null or undefined where nobody said
 * @param currency ISO 4217
 */
export function priceRefusal(total: number, expected: number | null | undefined, currency: string): Refusal | null {
  if (total > MOST_AMOUNT) {
    const message = 'The total is larger than an amount can be: book fewer units or nights.';
    return { type: 'LimitExceeded', message };
  }
  if (typeof expected !== 'number' || expected === total) return null;
  return { type: 'PriceChanged', message: `The stay costs ${total} ${currency} in minor units now, not ${expected}.` };
}
