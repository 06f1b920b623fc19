import { expect, test } from 'vitest';
import { fromWire, toWire } from './attributes.ts';

test('typed values of a handler become what DynamoDB takes', () => {
  const typed = {
    id: { S: 'a' },
    units: { N: 5 },
    rate: { N: '120.5' },
    nothing: { NULL: null },
    open: { BOOL: false },
    photo: { B: 'AAE=' },
    tags: { SS: ['x', 'y'] },
    days: { NS: [1, 2] },
    list: { L: [{ N: 1 }, { M: { deep: { N: -3 } } }] },
  };
  expect(toWire(typed, '$[key]')).toEqual({
    id: { S: 'a' },
    units: { N: '5' },
    rate: { N: '120.5' },
    nothing: { NULL: true },
    open: { BOOL: false },
    photo: { B: 'AAE=' },
    tags: { SS: ['x', 'y'] },
    days: { NS: ['1', '2'] },
    list: { L: [{ N: '1' }, { M: { deep: { N: '-3' } } }] },
  });
});

test('items become plain JSON: sets are arrays, numbers numbers', () => {
  const item = {
    id: { S: 'a' },
    n: { N: '5' },
    no: { NULL: true },
    ns: { NS: ['1', '2'] },
    ss: { SS: ['x'] },
    l: { L: [{ BOOL: true }, { M: {} }] },
  };
  expect(fromWire(item)).toEqual({ id: 'a', n: 5, no: null, ns: [1, 2], ss: ['x'], l: [true, {}] });
  expect(fromWire(undefined)).toBeNull();
});

test.each([
  ['an untyped value', { id: 'a' }, "Expected JSON object for attribute value '$[key][id]' but got 'STRING' instead."],
  ['two types', { id: { S: 'a', N: '1' } }, "Attribute value '$[key][id]' must have exactly one type."],
  ['an unknown type', { id: { X: 'a' } }, "Attribute value '$[key][id]' has the unknown type 'X'."],
  ['a wrong content', { id: { S: 1 } }, "Expected a string for attribute value '$[key][id]' but got 'NUMBER' instead."],
  [
    'a fault deep inside',
    { l: { L: [{ M: { x: 1 } }] } },
    "Expected JSON object for attribute value '$[key][l][L][0][M][x]' but got 'NUMBER' instead.",
  ],
])('%s is refused with its place', (_, typed, message) => {
  expect(() => toWire(typed, '$[key]')).toThrow(message);
});
