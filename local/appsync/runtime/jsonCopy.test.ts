import fc from 'fast-check';
import { expect, test } from 'vitest';
import { jsonCopy } from './jsonCopy.ts';

const throughText = (value: unknown) => {
  const text = JSON.stringify(value);
  return text === undefined ? undefined : JSON.parse(text);
};

test('a copy is what JSON text would give', () => {
  const anything = fc.anything({
    withDate: true,
    withNullPrototype: true,
    withSparseArray: true,
    withObjectString: true,
  });
  fc.assert(
    fc.property(anything, (value) => {
      expect(jsonCopy(value)).toStrictEqual(throughText(value));
    }),
    { numRuns: 1000 },
  );
});

test('a key named __proto__ stays a key', () => {
  const copy = jsonCopy(JSON.parse('{"__proto__": {"admin": true}}')) as Record<string, unknown>;
  expect(Object.keys(copy)).toEqual(['__proto__']);
  expect(copy.admin).toBeUndefined();
});

test('a cycle and a bigint fail, as JSON text does', () => {
  const cycle: Record<string, unknown> = {};
  cycle.itself = cycle;
  expect(() => jsonCopy(cycle)).toThrow(RangeError);
  expect(() => jsonCopy({ n: 1n })).toThrow('bigint');
});
