import { describe, expect, it } from 'vitest';
import { SubscriptionFilterError } from './filter.ts';
import { parseFilter } from './parseFilter.ts';

type Rule = [fieldName: string, operator: string, value: unknown];
const group = (...rules: Rule[]) => ({
  filters: rules.map(([fieldName, operator, value]) => ({ fieldName, operator, value })),
});
const filter = (...groups: unknown[]) => parseFilter({ filterGroup: groups }, 'setSubscriptionFilter');

describe('a filter', () => {
  it('wants all rules of one group', () => {
    const wants = filter(group(['status', 'eq', 'HELD'], ['units', 'gt', 1]));
    expect(wants({ status: 'HELD', units: 2 })).toBe(true);
    expect(wants({ status: 'HELD', units: 1 })).toBe(false);
    expect(wants({ status: 'SOLD', units: 2 })).toBe(false);
  });

  it('wants one group of several', () => {
    const wants = filter(group(['status', 'eq', 'HELD']), group(['units', 'ge', 5]));
    expect(wants({ status: 'SOLD', units: 5 })).toBe(true);
    expect(wants({ status: 'HELD', units: 1 })).toBe(true);
    expect(wants({ status: 'SOLD', units: 1 })).toBe(false);
  });

  it('follows dots into objects, not into lists', () => {
    const wants = filter(group(['guest.address.city', 'eq', 'Ghent']));
    expect(wants({ guest: { address: { city: 'Ghent' } } })).toBe(true);
    expect(wants({ guest: { address: null } })).toBe(false);
    expect(wants({ guest: [{ address: { city: 'Ghent' } }] })).toBe(false);
    expect(wants('Ghent')).toBe(false);
    expect(wants(null)).toBe(false);
  });

  it('does not take inherited properties for fields', () => {
    expect(filter(group(['constructor.name', 'eq', 'Object']))({})).toBe(false);
  });
});

describe('a malformed filter is refused', () => {
  const six = ['a', 'b', 'c', 'd', 'e', 'f'].map((name): Rule => [name, 'eq', 1]);

  it.each<[string, unknown, RegExp]>([
    ['null', null, /must be an object with filterGroup only, not null/],
    ['nothing in it', {}, /must be an object with filterGroup only/],
    ['another key', { filterGroup: [], or: [] }, /filterGroup only/],
    ['no group', { filterGroup: [] }, /filterGroup: must be a list that is not empty/],
    ['no rule', { filterGroup: [{ filters: [] }] }, /filterGroup\[0\]\.filters: must be a list/],
    [
      'no operator',
      { filterGroup: [{ filters: [{ fieldName: 'a', value: 1 }] }] },
      /filters\[0\]: must be an object with/,
    ],
    ['an unknown operator', { filterGroup: [group(['a', 'like', 'x'])] }, /no operator "like", only eq, ne/],
    ['an inherited operator', { filterGroup: [group(['a', 'toString', 'x'])] }, /no operator "toString"/],
    ['an empty field name', { filterGroup: [group(['', 'eq', 1])] }, /fieldName must be 1 to 5 field names/],
    ['too deep a field', { filterGroup: [group(['a.b.c.d.e.f', 'eq', 1])] }, /fieldName must be/],
    ['too long a field', { filterGroup: [group(['a'.repeat(257), 'eq', 1])] }, /at most 256 characters/],
    [
      'eq null',
      { filterGroup: [group(['a', 'eq', null])] },
      /eq's value must be a string, a number or a boolean, not null/,
    ],
    ['gt true', { filterGroup: [group(['a', 'gt', true])] }, /gt's value must be a string or a number, not true/],
    ['beginsWith a number', { filterGroup: [group(['a', 'beginsWith', 1])] }, /must be a string, not 1/],
    ['in a scalar', { filterGroup: [group(['a', 'in', 'x'])] }, /in's value must be a list of 1 to 5/],
    ['in nothing', { filterGroup: [group(['a', 'in', []])] }, /list of 1 to 5/],
    ['in six', { filterGroup: [group(['a', 'in', [1, 2, 3, 4, 5, 6]])] }, /list of 1 to 5/],
    ['containsAny of 21', { filterGroup: [group(['a', 'containsAny', [...Array(21).keys()]])] }, /list of 1 to 20/],
    ['between one', { filterGroup: [group(['a', 'between', [1]])] }, /between's value must be a list of two/],
    ['between mixed', { filterGroup: [group(['a', 'between', [1, 'b']])] }, /two strings or two numbers/],
    ['between reversed', { filterGroup: [group(['a', 'between', [2, 1]])] }, /the lower first/],
    ['six fields', { filterGroup: six.map((rule) => group(rule)) }, /exceed maximum attributes limit 5/],
    ['eleven groups', { filterGroup: Array(11).fill(group(['a', 'eq', 1])) }, /combination exceed maximum limit 10/],
    ['a field twice', { filterGroup: [group(['a', 'ge', 1], ['a', 'le', 2])] }, /same fieldName multiple time/],
  ])('%s', (_what, value, message) => {
    expect(() => parseFilter(value, 'setSubscriptionFilter')).toThrow(SubscriptionFilterError);
    expect(() => parseFilter(value, 'setSubscriptionFilter')).toThrow(message);
    expect(() => parseFilter(value, 'setSubscriptionFilter')).toThrow(/^setSubscriptionFilter: /);
  });
});
