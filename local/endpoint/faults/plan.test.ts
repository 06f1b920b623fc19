import { describe, expect, test } from 'vitest';
import type { FaultRule } from '../../cloud/contract.ts';
import { activateRules } from './plan.ts';

const throttle = (rate: number, operations = ['PutItem']): FaultRule => ({ kind: 'throttle', operations, rate });

function strikes(seed: number, rules: FaultRule[], index = 0): boolean[] {
  const rule = activateRules({ seed, rules }).get('PutItem')?.[index];
  return Array.from({ length: 200 }, () => rule?.strikes() === true);
}

describe('chance', () => {
  test('the same seed strikes at the same calls, another seed at others', () => {
    expect(strikes(7, [throttle(0.3)])).toEqual(strikes(7, [throttle(0.3)]));
    expect(strikes(7, [throttle(0.3)])).not.toEqual(strikes(8, [throttle(0.3)]));
  });

  test('a rule strikes as often as its rate says', () => {
    const often = strikes(1, [throttle(0.3)]).filter(Boolean).length;
    expect(often).toBeGreaterThan(40);
    expect(often).toBeLessThan(80);
    expect(strikes(1, [throttle(0)])).not.toContain(true);
    expect(strikes(1, [throttle(1)])).not.toContain(false);
  });

  test('one rule more leaves the others as they are', () => {
    expect(strikes(7, [throttle(0.3), throttle(0.9)])).toEqual(strikes(7, [throttle(0.3)]));
  });
});

describe('a plan is refused', () => {
  test.each<[string, FaultRule, RegExp]>([
    ['a rate over 1', throttle(1.1), /between 0 and 1/],
    ['a rate that is no number', throttle(Number.NaN), /between 0 and 1/],
    ['an unknown operation', throttle(0.1, ['SellItem']), /not SellItem/],
    ['a conflict of a query', { kind: 'transactionConflict', operations: ['Query'], rate: 1 }, /Query never fails/],
  ])('%s', (_, rule, message) => {
    expect(() => activateRules({ seed: 1, rules: [rule] })).toThrow(message);
  });

  test('a negative time in flight', () => {
    expect(() => activateRules({ seed: 1, rules: [], overlap: { inFlightMs: -1 } })).toThrow(/inFlightMs/);
  });
});
