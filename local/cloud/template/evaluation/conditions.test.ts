import { describe, expect, it } from 'vitest';
import { evaluateCondition } from './conditions.ts';
import type { Evaluator, Scope } from './scope.ts';

const at: Evaluator = {
  scope: { condition: (name: string) => name === 'Yes' } as unknown as Scope,
  value: (value) => value,
};

describe('conditions', () => {
  it.each([
    [{ 'Fn::Equals': ['a', 'a'] }, true],
    [{ 'Fn::Equals': [1, '1'] }, true],
    [{ 'Fn::Equals': ['a', 'b'] }, false],
    [{ 'Fn::And': [{ Condition: 'Yes' }, { Condition: 'No' }] }, false],
    [{ 'Fn::Or': [{ Condition: 'Yes' }, { Condition: 'No' }] }, true],
    [{ 'Fn::Not': [{ Condition: 'No' }] }, true],
  ])('%j is %s', (condition, expected) => {
    expect(evaluateCondition(condition, at)).toBe(expected);
  });

  it('refuses what is no condition', () => {
    expect(() => evaluateCondition({ 'Fn::Contains': [['a'], 'a'] }, at)).toThrow(
      'does not know the condition function Fn::Contains',
    );
    expect(() => evaluateCondition('Yes', at)).toThrow('not a condition: "Yes"');
  });
});
