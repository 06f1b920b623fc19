import fc from 'fast-check';
import { expect, it } from 'vitest';
import { formatRuns, parseRuns } from './nightRuns.ts';

it('keeps every version of a month', () => {
  fc.assert(
    fc.property(fc.array(fc.nat({ max: 3 }), { minLength: 28, maxLength: 31 }), (versions) => {
      expect(parseRuns(formatRuns(versions), versions.length)).toEqual(versions);
    }),
  );
});

it('is short where one message set the month', () => {
  expect(formatRuns(new Array(31).fill(17))).toBe('0-30:17');
  expect(formatRuns(new Array(31).fill(0))).toBe('');
  expect(parseRuns(undefined, 2)).toEqual([0, 0]);
});
