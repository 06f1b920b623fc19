import { expect, test } from 'vitest';
import { formatSpread, spreadOf } from './spread.ts';

test('the middle value, or the mean of the two in the middle', () => {
  expect(spreadOf([30, 10, 20])).toEqual({ median: 20, least: 10, most: 30 });
  expect(spreadOf([40, 10, 20, 30]).median).toBe(25);
  expect(() => spreadOf([])).toThrow('no values');
});

test('as it is printed', () => {
  expect(formatSpread({ median: 1.25, least: 1, most: 2 }, 1)).toBe('1.3 (1.0 to 2.0)');
});
