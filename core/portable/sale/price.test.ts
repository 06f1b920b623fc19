import { expect, it } from 'vitest';
import { priceRefusal } from './price.ts';
import { MOST_AMOUNT } from './quote.ts';

it.each([100, null, undefined])('a stay for 100 is sold to who was quoted %s', (expected) => {
  expect(priceRefusal(100, expected, 'EUR')).toBeNull();
});

it('a quote that no longer holds is refused, and a free stay is no quote for none', () => {
  const changed = (total: number, expected: number) => ({
    type: 'PriceChanged',
    message: `The stay costs ${total} EUR in minor units now, not ${expected}.`,
  });
  expect(priceRefusal(100, 99, 'EUR')).toEqual(changed(100, 99));
  expect(priceRefusal(100, 0, 'EUR')).toEqual(changed(100, 0));
});

it('no amount is larger than a GraphQL Int', () => {
  expect(priceRefusal(MOST_AMOUNT, null, 'EUR')).toBeNull();
  expect(priceRefusal(MOST_AMOUNT + 1, MOST_AMOUNT + 1, 'EUR')?.type).toBe('LimitExceeded');
});
