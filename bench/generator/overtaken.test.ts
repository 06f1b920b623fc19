import { expect, test } from 'vitest';
import { countOvertaken } from './overtaken.ts';

const served = (...pairs: [number, number][]) => pairs.map(([askedAt, settledAt]) => ({ askedAt, settledAt }));

test('who is settled after a later one is overtaken, unless they asked at about the same time', () => {
  expect(countOvertaken(served([0, 10], [5, 9], [900, 8]), 1_000)).toBe(0);
  expect(countOvertaken(served([1_500, 2_000], [0, 3_000], [100, 1_900], [2_800, 2_900]), 1_000)).toBe(1);
  expect(countOvertaken([], 1_000)).toBe(0);
});

test('agrees with looking at every pair', () => {
  const random = (most: number) => Math.floor(Math.random() * most);
  const all = Array.from({ length: 300 }, () => {
    const askedAt = random(5_000);
    return { askedAt, settledAt: askedAt + random(3_000) };
  });
  const pairs = all.filter((a) => all.some((b) => b.askedAt > a.askedAt + 1_000 && b.settledAt < a.settledAt));
  expect(countOvertaken(all, 1_000)).toBe(pairs.length);
});
