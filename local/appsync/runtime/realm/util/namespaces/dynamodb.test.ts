import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { evaluate, faultOf, runBody } from '../../../testing/evaluate.ts';

describe('as reported of AWS', () => {
  test.each([
    ["util.dynamodb.toDynamoDB('test')", { S: 'test' }],
    ['util.dynamodb.toDynamoDB(12345)', { N: 12345 }],
    ['util.dynamodb.toDynamoDB(true)', { BOOL: true }],
    ['util.dynamodb.toDynamoDB(null)', { NULL: null }],
    ["util.dynamodb.toString('test')", { S: 'test' }],
    ["util.dynamodb.toStringSet(['a', 'b'])", { SS: ['a', 'b'] }],
    ['util.dynamodb.toNumber(5)', { N: 5 }],
    ['util.dynamodb.toNumberSet([1, 23, 4.56])', { NS: [1, 23, 4.56] }],
    ["util.dynamodb.toBinary('foo')", { B: 'foo' }],
    ["util.dynamodb.toBinarySet(['foo'])", { BS: ['foo'] }],
    ['util.dynamodb.toBoolean(true)', { BOOL: true }],
    ['util.dynamodb.toNull()', { NULL: null }],
    [
      "util.dynamodb.toList(['foo', 123, { bar: 'baz' }])",
      { L: [{ S: 'foo' }, { N: 123 }, { M: { bar: { S: 'baz' } } }] },
    ],
    ["util.dynamodb.toMap({ foo: 'bar', beep: ['boop'] })", { M: { foo: { S: 'bar' }, beep: { L: [{ S: 'boop' }] } } }],
    ["util.dynamodb.toMapValues({ foo: 'bar', baz: 1234 })", { foo: { S: 'bar' }, baz: { N: 1234 } }],
    ["util.dynamodb.toS3Object('foo', 'bar', 'baz')", { S: '{"s3":{"key":"foo","bucket":"bar","region":"baz"}}' }],
    [
      "util.dynamodb.toS3Object('foo', 'bar', 'baz', 'beep')",
      { S: '{"s3":{"key":"foo","bucket":"bar","region":"baz","version":"beep"}}' },
    ],
  ])('%s', (expression, value) => {
    expect(evaluate(expression)).toEqual(value);
  });
});

test('an S3 object read back', () => {
  expect(evaluate(`util.dynamodb.fromS3ObjectJson('{"s3":{"key":"k","bucket":"b","region":"r"}}')`)).toEqual({
    key: 'k',
    bucket: 'b',
    region: 'r',
  });
});

test('nothing gives null, except where everything is converted', () => {
  for (const name of ['toString', 'toNumber', 'toStringSet', 'toList', 'toMap', 'toMapValues', 'toBoolean']) {
    expect(evaluate(`util.dynamodb.${name}(null)`)).toBeNull();
  }
});

test.each([
  ['util.dynamodb.toMapValues({ a: { b: undefined } })', '"a", "b": undefined has no DynamoDB form'],
  ['util.dynamodb.toDynamoDB(NaN)', 'not finite'],
  ["util.dynamodb.toNumber('1')", 'util.dynamodb.toNumber takes a number'],
  ['util.dynamodb.toStringSet([1])', 'util.dynamodb.toStringSet takes a string'],
  ['util.dynamodb.toMapValues([1])', 'takes an object, not a list'],
])('%s is refused', (expression, named) => {
  expect(faultOf(expression)).toContain(named);
});

describe('any JSON value', () => {
  const plain = (attribute: Record<string, unknown>): unknown => {
    const [[type, value]] = Object.entries(attribute) as [[string, unknown]];
    if (type === 'L') return (value as Record<string, unknown>[]).map(plain);
    if (type === 'M') {
      const map: Record<string, unknown> = {};
      for (const [key, item] of Object.entries(value as Record<string, Record<string, unknown>>)) {
        Object.defineProperty(map, key, { value: plain(item), enumerable: true, writable: true, configurable: true });
      }
      return map;
    }
    return value;
  };

  test('keeps its meaning as an attribute value', () => {
    fc.assert(
      fc.property(fc.jsonValue(), (value) => {
        const outcome = runBody('return util.dynamodb.toDynamoDB(ctx.args.value);', { arguments: { value } });
        if (outcome.kind !== 'value') throw new Error(JSON.stringify(outcome));
        expect(plain(outcome.value as Record<string, unknown>)).toEqual(JSON.parse(JSON.stringify(value)));
      }),
      { numRuns: 200 },
    );
  });
});
