import { expect, test } from 'vitest';
import { drawFrom, drawStay } from './draw.ts';

test('stays keep to their lengths and to one month, and use all of it', () => {
  const stays = Array.from({ length: 2_000 }, () => drawStay('2040-02', 29, { least: 1, most: 3, arrivals: 'spread' }));
  expect(new Set(stays.map(({ nights }) => nights))).toEqual(new Set([1, 2, 3]));
  expect(stays.every(({ parts, departureMonth }) => parts.length === 1 && departureMonth === '2040-02')).toBe(true);
  expect(Math.min(...stays.map(({ arrivalIndex }) => arrivalIndex))).toBe(0);
  expect(Math.max(...stays.map(({ departureIndex }) => departureIndex))).toBe(28);
});

test('all may arrive on one day', () => {
  const stays = Array.from({ length: 50 }, () => drawStay('2040-02', 29, { least: 1, most: 3, arrivals: 'same' }));
  expect(new Set(stays.map(({ arrival }) => arrival))).toEqual(new Set(['2040-02-14']));
});

test('nothing to draw from is an error', () => {
  expect(() => drawFrom([])).toThrow('nothing to draw from');
});
