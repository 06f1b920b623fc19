import { describe, expect, test } from 'vitest';
import { evaluate, faultOf } from '../../../testing/evaluate.ts';

const filter = (object: string) =>
  JSON.parse(evaluate(`util.transform.toDynamoDBFilterExpression(${object})`) as string) as {
    expression: string;
    expressionNames: Record<string, string>;
    expressionValues: Record<string, unknown>;
  };

describe('DynamoDB expressions, as reported of AWS', () => {
  test('a filter is JSON text', () => {
    expect(evaluate("util.transform.toDynamoDBFilterExpression({ title: { contains: 'Hello World' } })")).toBe(
      '{"expression":"(contains(#title,:title_contains))","expressionNames":{"#title":"title"},"expressionValues":{":title_contains":{"S":"Hello World"}}}',
    );
    expect(evaluate('util.transform.toDynamoDBConditionExpression({ id: { attributeExists: false } })')).toBe(
      '{"expression":"(attribute_not_exists(#id))","expressionNames":{"#id":"id"},"expressionValues":{}}',
    );
  });

  test.each([
    ["{ v: { eq: 'x' } }", '(#v = :v_eq)'],
    ["{ v: { ne: 'x' } }", '(#v <> :v_ne)'],
    ['{ v: { ge: 1, le: 5 } }', '((#v >= :v_ge) AND (#v <= :v_le))'],
    ['{ v: { gt: 1 } }', '(#v > :v_gt)'],
    ["{ v: { beginsWith: 'x' } }", '(begins_with(#v,:v_beginsWith))'],
    ["{ v: { notContains: 'x' } }", '(NOT contains(#v,:v_notContains))'],
    ['{ v: { between: [1, 9] } }', '(#v BETWEEN :v_between_start AND :v_between_end)'],
    ["{ v: { in: ['a', 'b'] } }", '(#v IN (:v_in_0, :v_in_1))'],
    ['{ v: { attributeExists: true } }', '(attribute_exists(#v))'],
    ['{ v: { size: { gt: 2, lt: 5 } } }', '((size(#v) > :v_size_gt) AND (size(#v) < :v_size_lt))'],
    ['{ v: { size: { size: { gt: 1 } } } }', '(size(#v) > :v_size_size_gt)'],
    ['{ a: { eq: 1 }, b: { eq: 2 } }', '(#a = :a_eq) AND (#b = :b_eq)'],
    ['{ and: [{ a: { eq: 1 } }] }', '(#a = :and_0_a_eq)'],
    ['{ or: [{ a: { eq: 1 } }, { b: { eq: 2 } }] }', '((#a = :or_0_a_eq) OR (#b = :or_1_b_eq))'],
    [
      '{ or: [{ and: [{ a: { eq: 1 } }, { b: { eq: 2 } }] }, { c: { eq: 3 } }] }',
      '(((#a = :or_0_and_0_a_eq) AND (#b = :or_0_and_1_b_eq)) OR (#c = :or_1_c_eq))',
    ],
    ['{ not: { not: { a: { eq: 1 } } } }', '(NOT (NOT (#a = :not_not_a_eq)))'],
    ['{ a: { eq: 1 }, and: [{ b: { eq: 2 } }] }', '(#a = :a_eq) AND (#b = :and_0_b_eq)'],
    ['{}', ''],
  ])('%s', (object, expression) => {
    expect(filter(object).expression).toBe(expression);
  });

  test('values are typed', () => {
    expect(filter('{ a: { eq: null }, b: { eq: [1] }, c: { attributeType: "stringSet" } }').expressionValues).toEqual({
      ':a_eq': { NULL: null },
      ':b_eq': { L: [{ N: 1 }] },
      ':c_attributeType': { S: 'SS' },
    });
  });

  test.each([
    ['null', 'the filter takes an object'],
    ["{ v: 'x' }", '"v" takes operators'],
    ['{ v: { like: 1 } }', '"v.like" is not an operator'],
    ['{ v: {} }', '"v" has no operator'],
    ['{ v: { in: [] } }', '"v.in" takes a list of values'],
    ['{ v: { between: [1] } }', '"v.between" takes a list of two values'],
    ['{ v: { attributeType: "S" } }', '"v.attributeType" takes a type'],
    ['{ and: { a: { eq: 1 } } }', '"and" takes a list'],
    ['{ not: {} }', '"not" is empty'],
    ['{ not: { a: { eq: 1 }, b: { eq: 2 } } }', '"not" takes one field'],
  ])('%s is refused', (object, named) => {
    expect(faultOf(`util.transform.toDynamoDBFilterExpression(${object})`)).toContain(named);
  });
});

describe('subscription filters, as reported of AWS', () => {
  const groups = (args: string) =>
    (
      evaluate(`util.transform.toSubscriptionFilter(${args})`) as {
        filterGroup: { filters: Record<string, unknown>[] }[];
      }
    ).filterGroup.map(({ filters }) =>
      filters.map((f) => `${f.fieldName} ${f.operator} ${JSON.stringify(f.value)}`).join(' & '),
    );

  test.each([
    ['{ a: { eq: 1 }, b: { in: [1, 2] } }', ['a eq 1 & b in [1,2]']],
    ['{ and: [{ a: { eq: 1 } }, { b: { eq: 2 } }] }', ['a eq 1 & b eq 2']],
    ['{ a: { eq: 1, ne: 2 } }', ['a eq 1', 'a ne 2']],
    ['{ or: [{ a: { eq: 1 } }, { b: { eq: 2 } }] }', ['a eq 1', 'b eq 2']],
    [
      '{ and: [{ a: { eq: 1 } }, { or: [{ b: { eq: 2 } }, { c: { eq: 3 } }] }] }',
      ['a eq 1 & b eq 2', 'a eq 1 & c eq 3'],
    ],
    ["{ a: { eq: 1 }, and: [{ b: { eq: 2 } }] }, ['b']", ['a eq 1']],
    ["{ a: { eq: 1 } }, [], { r: { ge: 250 }, s: { eq: 'p' } }", ['a eq 1 & r ge 250', 'a eq 1 & s eq "p"']],
    ['{}, [], { r: { eq: 1 } }', ['r eq 1']],
    ['{}', []],
    ['{ a: {} }', []],
  ])('%s', (args, expected) => {
    expect(groups(args)).toEqual(expected);
  });

  test('fields are multiplied out in the order written', () => {
    expect(
      groups('{ p: { lt: 5, gt: 2 }, and: [{ t: { ne: "B" } }], or: [{ a: { eq: "x" } }, { i: { eq: false } }] }'),
    ).toEqual([
      'p lt 5 & t ne "B" & a eq "x"',
      'p lt 5 & t ne "B" & i eq false',
      'p gt 2 & t ne "B" & a eq "x"',
      'p gt 2 & t ne "B" & i eq false',
    ]);
  });

  test.each(['null', '[]', `'{"a":{"eq":1}}'`, '{ not: { a: { eq: 1 } } }', '{ a: 1 }'])('%s is refused', (filter) => {
    expect(faultOf(`util.transform.toSubscriptionFilter(${filter})`)).toContain('toSubscriptionFilter');
  });
});
