import { describe, expect, test } from 'vitest';
import { compileConditions, type ConditionContext } from './conditions.ts';

function holds(block: object, context: ConditionContext): boolean {
  return compileConditions(block, 'test').every((condition) => condition.holds(context));
}

const KEY = 'dynamodb:LeadingKeys';
const withKeys = (...keys: string[]): ConditionContext => ({ 'dynamodb:leadingkeys': keys });

describe('operators', () => {
  test.each([
    [{ StringEquals: { 'aws:PrincipalArn': 'a' } }, { 'aws:principalarn': 'a' }, true],
    [{ StringEquals: { 'aws:PrincipalArn': ['b', 'a'] } }, { 'aws:principalarn': 'a' }, true],
    [{ StringEquals: { 'aws:PrincipalArn': 'A' } }, { 'aws:principalarn': 'a' }, false],
    [{ StringNotEquals: { 'aws:PrincipalArn': ['a', 'b'] } }, { 'aws:principalarn': 'a' }, false],
    [{ StringLike: { 'aws:PrincipalArn': 'arn:*:role/x*' } }, { 'aws:principalarn': 'arn:aws:iam::1:role/xy' }, true],
    [
      { ArnLike: { 'aws:PrincipalArn': 'arn:aws:iam::*:role/x' } },
      { 'aws:principalarn': 'arn:aws:iam::1:role/x' },
      true,
    ],
    [
      { ArnEquals: { 'aws:PrincipalArn': 'arn:aws:iam::2:role/x' } },
      { 'aws:principalarn': 'arn:aws:iam::1:role/x' },
      false,
    ],
    [{ Bool: { 'aws:SecureTransport': false } }, { 'aws:securetransport': 'true' }, false],
    [{ Null: { 'dynamodb:LeadingKeys': 'true' } }, {}, true],
    [{ Null: { 'dynamodb:LeadingKeys': 'true' } }, withKeys('x'), false],
  ])('%j with %j: %s', (block, context, expected) => {
    expect(holds(block, context)).toBe(expected);
  });

  test('several conditions must all hold', () => {
    const block = { StringEquals: { 'aws:PrincipalArn': 'a', 'aws:RequestedRegion': 'r' } };
    expect(holds(block, { 'aws:principalarn': 'a', 'aws:requestedregion': 'r' })).toBe(true);
    expect(holds(block, { 'aws:principalarn': 'a', 'aws:requestedregion': 'other' })).toBe(false);
  });
});

describe('keys with several values', () => {
  test('ForAllValues wants every one of them', () => {
    const block = { 'ForAllValues:StringEquals': { [KEY]: ['p1', 'p2'] } };
    expect(holds(block, withKeys('p1', 'p2'))).toBe(true);
    expect(holds(block, withKeys('p1', 'p3'))).toBe(false);
  });

  test('ForAllValues holds when the call has no such key at all, as on AWS', () => {
    expect(holds({ 'ForAllValues:StringEquals': { [KEY]: 'p1' } }, {})).toBe(true);
  });

  test('ForAnyValue wants one, and fails without any', () => {
    const block = { 'ForAnyValue:StringEquals': { [KEY]: 'p1' } };
    expect(holds(block, withKeys('p3', 'p1'))).toBe(true);
    expect(holds(block, {})).toBe(false);
  });
});

describe('a key that the call does not have', () => {
  test('fails a plain operator, holds for a negated one and for IfExists', () => {
    expect(holds({ StringEquals: { [KEY]: 'x' } }, {})).toBe(false);
    expect(holds({ StringNotEquals: { [KEY]: 'x' } }, {})).toBe(true);
    expect(holds({ StringEqualsIfExists: { [KEY]: 'x' } }, {})).toBe(true);
  });
});

describe('what is not known is refused', () => {
  test.each([
    [{ NumericLessThan: { [KEY]: '1' } }, /operator NumericLessThan/],
    [{ StringEquals: { 'aws:SourceIp': '1' } }, /key aws:SourceIp/],
  ])('%j', (block, message) => {
    expect(() => compileConditions(block, 'policy 1')).toThrow(message);
  });
});
