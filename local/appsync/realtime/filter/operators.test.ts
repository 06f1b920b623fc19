import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseFilter } from './parseFilter.ts';

/** Does `{a: field}` pass the rule `a <operator> value`? */
const holds = (field: unknown, operator: string, value: unknown): boolean =>
  parseFilter({ filterGroup: [{ filters: [{ fieldName: 'a', operator, value }] }] }, 'test')({ a: field });

const number = fc.double({ noNaN: true, noDefaultInfinity: true });
const orderable = fc.oneof(fc.string(), number);
const pair = fc.oneof(fc.tuple(fc.string(), fc.string()), fc.tuple(number, number));
const few = fc.oneof(
  fc.array(fc.constantFrom('a', 'b', 'c', 'd'), { minLength: 1, maxLength: 5 }),
  fc.array(fc.integer({ min: 0, max: 5 }), { minLength: 1, maxLength: 5 }),
);

/** A value each operator takes. */
const VALUES: Record<string, fc.Arbitrary<unknown>> = {
  eq: fc.oneof(orderable, fc.boolean()),
  ne: fc.oneof(orderable, fc.boolean()),
  le: orderable,
  lt: orderable,
  ge: orderable,
  gt: orderable,
  contains: orderable,
  notContains: orderable,
  beginsWith: fc.string(),
  in: few,
  notIn: few,
  between: pair.map((both) => both.toSorted((a, b) => (a < b ? -1 : 1))),
  containsAny: few,
};
const rule = fc.constantFrom(...Object.keys(VALUES)).chain((name) => fc.tuple(fc.constant(name), VALUES[name]!));

describe('operators', () => {
  it('never hold for a field that is missing or null', () => {
    fc.assert(
      fc.property(rule, ([operator, value]) => {
        expect(holds(undefined, operator, value)).toBe(false);
        expect(holds(null, operator, value)).toBe(false);
      }),
    );
  });

  it('answer for whatever is published, and never throw', () => {
    fc.assert(
      fc.property(rule, fc.jsonValue(), ([operator, value], field) => {
        expect(typeof holds(field, operator, value)).toBe('boolean');
      }),
    );
  });

  it('compare like the language within a type', () => {
    fc.assert(
      fc.property(pair, ([field, value]) => {
        expect(holds(field, 'eq', value)).toBe(field === value);
        expect(holds(field, 'ne', value)).toBe(field !== value);
        expect(holds(field, 'lt', value)).toBe(field < value);
        expect(holds(field, 'ge', value)).toBe(!(field < value));
        expect(holds(field, 'gt', value)).toBe(field > value);
        expect(holds(field, 'le', value)).toBe(!(field > value));
      }),
    );
  });

  it('do not compare a string with a number', () => {
    fc.assert(
      fc.property(fc.integer(), fc.constantFrom('eq', 'ne', 'le', 'lt', 'ge', 'gt', 'contains'), (n, operator) => {
        expect(holds(String(n), operator, n)).toBe(false);
        expect(holds(n, operator, String(n))).toBe(false);
      }),
    );
  });

  it('between is ge of the first and le of the second', () => {
    fc.assert(
      fc.property(VALUES.between!, orderable, (ends, field) => {
        const [low, high] = ends as [unknown, unknown];
        expect(holds(field, 'between', ends)).toBe(holds(field, 'ge', low) && holds(field, 'le', high));
      }),
    );
  });

  it('in is eq of any, notIn is ne of all', () => {
    fc.assert(
      fc.property(few, fc.oneof(fc.constantFrom('a', 'b', 'z'), fc.integer({ min: 0, max: 9 })), (values, field) => {
        expect(holds(field, 'in', values)).toBe(values.some((value) => holds(field, 'eq', value)));
        expect(holds(field, 'notIn', values)).toBe(values.every((value) => holds(field, 'ne', value)));
      }),
    );
  });

  it('contains finds parts of strings and elements of lists, notContains the opposite', () => {
    fc.assert(
      fc.property(fc.string(), fc.string(), fc.string(), (before, part, after) => {
        expect(holds(before + part + after, 'contains', part)).toBe(true);
        expect(holds(before + part + after, 'notContains', part)).toBe(false);
        expect(holds(part + after, 'beginsWith', part)).toBe(true);
      }),
    );
    fc.assert(
      fc.property(fc.array(orderable), orderable, (list, value) => {
        expect(holds(list, 'contains', value)).toBe(list.includes(value));
        expect(holds(list, 'notContains', value)).toBe(!list.includes(value));
      }),
    );
  });

  it('containsAny is contains of any', () => {
    fc.assert(
      fc.property(
        fc.array(fc.oneof(fc.constantFrom('a', 'x'), fc.integer({ min: 0, max: 9 }))),
        few,
        (list, values) => {
          expect(holds(list, 'containsAny', values)).toBe(values.some((value) => holds(list, 'contains', value)));
        },
      ),
    );
  });

  it('hold for booleans by equality', () => {
    expect(holds(false, 'eq', false)).toBe(true);
    expect(holds(false, 'ne', true)).toBe(true);
    expect(holds(0, 'eq', false)).toBe(false);
  });
});
