import { expect, it } from 'vitest';
import { fromProviderAmount, movable, toProviderAmount } from './providerAmount.ts';

it.each([
  [27_000, 'EUR', 27_000],
  [27_000, 'JPY', 27_000],
  [5_000, 'ISK', 500_000],
  [12_340, 'KWD', 12_340],
])('%i minor units of %s are %i of the provider’s', (amount, currency, expected) => {
  expect(toProviderAmount(amount, currency)).toBe(expected);
  expect(fromProviderAmount(expected, currency)).toBe(amount);
});

it('a third decimal that is not 0 stays where it is', () => {
  expect([movable(12_345, 'KWD'), movable(12_345, 'EUR')]).toEqual([12_340, 12_345]);
});
