import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { compilePattern } from './compilePattern.ts';

const matches = (pattern: unknown, event: unknown): boolean => compilePattern(pattern)(event);

/** Does `{ a: value }` match `{ a: [rule] }`? */
const holds = (rule: unknown, value: unknown): boolean => matches({ a: [rule] }, { a: value });

describe('values', () => {
  it.each([
    ['a text', 'x', 'x', true],
    ['another text', 'x', 'X', false],
    ['the empty text', '', '', true],
    ['null and the empty text', '', null, false],
    ['null', null, null, true],
    ['null and nothing', null, undefined, false],
    ['a number', 300, 3e2, true],
    ['a number and its text', 1, '1', false],
    ['true', true, true, true],
    ['false and null', false, null, false],
    ['one of a list', 'x', ['y', 'x'], true],
    ['none of a list', 'x', ['y'], false],
    ['an empty list', 'x', [], false],
    ['an object', 'x', { x: 'x' }, false],
  ])('%s', (_what, rule, value, wanted) => {
    expect(holds(rule, value)).toBe(wanted);
  });
});

describe('operators', () => {
  it.each([
    [{ prefix: 'us-' }, ['us-west-2', ['eu', 'us-']], ['eu-us-', 'US-', null, 1]],
    [{ prefix: { 'equals-ignore-case': 'us-' } }, ['US-west'], ['eu', 5]],
    [{ suffix: '.png' }, ['a.png', '.png'], ['a.PNG', 'png']],
    [{ suffix: { 'equals-ignore-case': '.png' } }, ['a.PNG'], ['a.jpg']],
    [{ 'equals-ignore-case': 'Alice' }, ['aLICE'], ['Alic', 'Alice ', null]],
    [{ numeric: ['=', 100] }, [100, 1e2], ['100', 101]],
    [{ numeric: ['<', 10] }, [9.99, -5], [10, '9']],
    [{ numeric: ['>', 10, '<=', 20] }, [10.5, 20], [10, 20.01]],
    [{ exists: true }, ['', 0, null, false, ['x']], [undefined, {}, { b: 1 }, []]],
    [{ exists: false }, [undefined, {}, { b: 1 }, []], ['', 0, null, ['x']]],
    [{ 'anything-but': 'x' }, ['y', 5, null, ['x', 'y']], ['x', ['x'], undefined, []]],
    [{ 'anything-but': ['x', 'y'] }, ['z'], ['x', 'y', undefined]],
    [{ 'anything-but': 5 }, [6, '5'], [5]],
    [{ 'anything-but': { prefix: 'in' } }, ['out', 5], ['in', 'into', undefined]],
    [{ 'anything-but': { suffix: ['.a', '.b'] } }, ['x.c'], ['x.a', 'x.b']],
    [{ 'anything-but': { 'equals-ignore-case': 'x' } }, ['y'], ['X']],
    [{ 'anything-but': { wildcard: '*/lib/*' } }, ['/a/b'], ['/a/lib/b']],
    [{ wildcard: 'dir/*/a*.txt' }, ['dir/x/a.txt', 'dir/x/y/ab.txt'], ['dir/a.txt', 'dir/x/a.txt2']],
    [{ wildcard: 'a*' }, ['a', 'ab'], ['ba']],
    [{ wildcard: 'aba*aba' }, ['abaaba', 'aba.aba'], ['ababa']],
    [{ wildcard: 'a\\*b\\\\' }, ['a*b\\'], ['axb\\']],
    [{ cidr: '10.0.0.0/24' }, ['10.0.0.7'], ['10.0.1.7', '::1', 'ten', 10]],
    [{ cidr: '2001:db8::/32' }, ['2001:db8:1::5'], ['2001:db9::1', '10.0.0.1']],
  ])('%j', (rule, yes, no) => {
    for (const value of yes) expect([value, holds(rule, value)]).toEqual([value, true]);
    for (const value of no) expect([value, holds(rule, value)]).toEqual([value, false]);
  });
});

describe('fields', () => {
  const event = {
    source: 'shop',
    detail: { state: 'open', items: [{ id: 1, size: 'S' }, { id: 2 }], tags: ['a', 'b'] },
  };

  it('must all match, at any depth', () => {
    expect(matches({ source: ['shop'], detail: { state: ['open', 'closed'], tags: ['b'] } }, event)).toBe(true);
    expect(matches({ source: ['shop'], detail: { state: ['closed'] } }, event)).toBe(false);
    expect(matches({ detail: { missing: { deeper: ['x'] } } }, event)).toBe(false);
  });

  it('of objects in a list must match in the same one', () => {
    expect(matches({ detail: { items: { id: [1], size: ['S'] } } }, event)).toBe(true);
    expect(matches({ detail: { items: { id: [2], size: ['S'] } } }, event)).toBe(false);
  });

  it('that must not exist are in no object of a list', () => {
    expect(matches({ detail: { items: { id: [2], size: [{ exists: false }] } } }, event)).toBe(false);
    expect(matches({ detail: { items: { id: [2], colour: [{ exists: false }] } } }, event)).toBe(true);
    expect(matches({ other: { deep: [{ exists: false }] } }, event)).toBe(true);
    expect(matches({ source: [{ exists: false }, 'shop'] }, event)).toBe(true);
  });

  it('are the event’s own', () => {
    expect(matches({ constructor: [{ exists: true }], toString: [{ exists: true }] }, event)).toBe(false);
    expect(matches({ constructor: { name: ['Object'] } }, event)).toBe(false);
  });

  it('can be alternatives', () => {
    const pattern = { source: ['shop'], detail: { $or: [{ state: ['closed'] }, { tags: ['a'], state: ['open'] }] } };
    expect(matches(pattern, event)).toBe(true);
    expect(matches({ $or: [{ source: ['x'] }, { detail: { state: ['x'] } }] }, event)).toBe(false);
    expect(matches({ $or: ['a'] }, { $or: 'a' })).toBe(true);
  });

  it('of something that is no object never match', () => {
    for (const other of [null, 'shop', 5, [event], undefined]) expect(matches({ source: ['shop'] }, other)).toBe(false);
  });
});

describe('a pattern is refused', () => {
  it.each([
    ['not an object', 'x', 'the pattern must be an object'],
    ['empty', {}, 'the pattern is empty'],
    ['an empty object inside', { a: { b: {} } }, 'a.b is empty'],
    ['a value without a list', { a: { b: 'x' } }, 'a.b must be a list of values, or an object of further fields'],
    ['an empty list', { a: [] }, 'a is an empty list'],
    ['a list in a list', { a: [['x']] }, 'a[0] must be a value or an operator, not a list'],
    [
      'an unknown operator',
      { a: { b: ['x', { like: 'x' }] } },
      'a.b[1] has the operator "like", known are exists, prefix',
    ],
    ['an inherited operator', { a: [{ constructor: 'x' }] }, 'a[0] has the operator "constructor"'],
    ['two operators', { a: [{ prefix: 'x', suffix: 'y' }] }, 'a[0] has 2 operators'],
    ['a prefix that is a number', { a: [{ prefix: 5 }] }, 'a[0]: prefix takes a text, not 5'],
    ['exists of a text', { a: [{ exists: 'yes' }] }, 'exists takes true or false'],
    ['numeric without a list', { a: [{ numeric: 5 }] }, 'numeric takes a comparison and a number'],
    ['numeric of a text', { a: [{ numeric: ['>', '5'] }] }, 'compares with numbers from'],
    ['numeric beyond limits', { a: [{ numeric: ['>', 6e9] }] }, 'compares with numbers from'],
    ['two upper bounds', { a: [{ numeric: ['<', 1, '<', 2] }] }, 'numeric takes > >= here, not "<"'],
    ['an empty range', { a: [{ numeric: ['>', 5, '<', 5] }] }, 'numeric has an empty range'],
    ['anything-but of a mix', { a: [{ 'anything-but': ['x', 5] }] }, 'anything-but takes texts or numbers'],
    ['anything-but null', { a: [{ 'anything-but': [null] }] }, 'anything-but takes texts or numbers'],
    ['anything-but nothing', { a: [{ 'anything-but': [] }] }, 'anything-but takes texts or numbers'],
    [
      'anything-but of an unknown operator',
      { a: [{ 'anything-but': { numeric: ['=', 1] } }] },
      'anything-but takes one of',
    ],
    ['asterisks in a row', { a: [{ wildcard: 'a**b' }] }, 'two asterisks in a row'],
    ['a stray escape', { a: [{ wildcard: 'a\\b' }] }, 'only \\* and \\\\ can be escaped'],
    ['a lone backslash at the end', { a: [{ wildcard: 'a\\' }] }, 'ends in a lone backslash'],
    ['no block', { a: [{ cidr: '10.0.0.0' }] }, 'cidr takes a block'],
    ['too wide a block', { a: [{ cidr: '10.0.0.0/33' }] }, 'cidr takes a block'],
    ['an alternative that is empty', { $or: [{ a: ['x'] }, {}] }, '$or[1] is empty'],
  ])('%s', (_what, pattern, message) => {
    expect(() => compilePattern(pattern)).toThrow(message);
  });

  it.each([
    [{ wildcard: 'a*' }, 'do not know the operator "wildcard"'],
    [{ cidr: '10.0.0.0/8' }, 'do not know the operator "cidr"'],
    [{ 'anything-but': { prefix: 'x' } }, 'anything-but of values, not of operators'],
  ])('in a filter of a mapping: %j', (rule, message) => {
    expect(() => compilePattern({ a: [rule] }, 'filter')).toThrow(message);
    expect(() => compilePattern({ a: [rule] }, 'bus')).not.toThrow();
  });
});

describe('for any event', () => {
  const leaf = fc.oneof(fc.string(), fc.integer(), fc.boolean(), fc.constant(null));
  const name = fc.constantFrom('a', 'b', 'c');
  const event = fc.letrec((tie) => ({
    value: fc.oneof({ maxDepth: 4 }, leaf, fc.array(tie('value'), { maxLength: 3 }), tie('object')),
    object: fc.dictionary(name, tie('value'), { maxKeys: 3 }),
  })).object;
  const rule = fc.oneof(
    leaf,
    fc.boolean().map((exists) => ({ exists })),
    fc.string().map((prefix) => ({ prefix })),
    fc.string().map((text) => ({ 'anything-but': text })),
    fc.integer({ min: -1000, max: 1000 }).map((limit) => ({ numeric: ['>', limit] })),
  );
  const pattern = fc.letrec((tie) => ({
    object: fc.dictionary(
      name,
      fc.oneof({ maxDepth: 3 }, fc.array(rule, { minLength: 1, maxLength: 3 }), tie('object')),
      {
        minKeys: 1,
        maxKeys: 3,
      },
    ),
  })).object;

  it('a pattern answers and never throws', () => {
    fc.assert(
      fc.property(pattern, fc.oneof(event, fc.jsonValue()), (given, value) => {
        expect(typeof matches(given, value)).toBe('boolean');
      }),
    );
  });

  it('more fields in the event change nothing', () => {
    fc.assert(
      fc.property(pattern, event, fc.jsonValue(), (given, value, more) => {
        expect(matches(given, { ...(value as object), unnamed: more })).toBe(matches(given, value));
      }),
    );
  });

  it('all fields of a pattern are as each by itself', () => {
    fc.assert(
      fc.property(pattern, event, (given, value) => {
        const each = Object.entries(given as object).map(([field, inner]) => matches({ [field]: inner }, value));
        expect(matches(given, value)).toBe(each.every(Boolean));
      }),
    );
  });

  it('the rules of a field are as any by itself', () => {
    fc.assert(
      fc.property(fc.array(rule, { minLength: 1 }), event, (rules, value) => {
        expect(matches({ a: rules }, value)).toBe(rules.some((one) => matches({ a: [one] }, value)));
      }),
    );
  });

  it('$or is any of its alternatives', () => {
    fc.assert(
      fc.property(fc.array(pattern, { minLength: 2, maxLength: 4 }), event, (alternatives, value) => {
        expect(matches({ $or: alternatives }, value)).toBe(alternatives.some((one) => matches(one, value)));
      }),
    );
  });

  it('a field exists or does not', () => {
    fc.assert(
      fc.property(event, (value) => {
        expect(matches({ a: [{ exists: true }] }, value)).toBe(!matches({ a: [{ exists: false }] }, value));
      }),
    );
  });

  it('anything-but is the opposite for a single leaf', () => {
    fc.assert(
      fc.property(leaf, fc.oneof(fc.string(), fc.integer()), (value, named) => {
        expect(holds({ 'anything-but': named }, value)).toBe(!holds(named, value));
      }),
    );
  });

  it('wildcard is as a regular expression', () => {
    const letters = fc.stringMatching(/^[ab*]{0,6}$/).filter((text) => !text.includes('**'));
    fc.assert(
      fc.property(letters, fc.stringMatching(/^[ab]{0,8}$/), (text, value) => {
        expect(holds({ wildcard: text }, value)).toBe(new RegExp(`^${text.replaceAll('*', '.*')}$`).test(value));
      }),
      { numRuns: 500 },
    );
  });
});
