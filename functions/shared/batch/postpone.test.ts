import { expect, it } from 'vitest';
import { postponement } from './postpone.ts';

it('a failed message comes again soon at first, seldom in the end, never at once and never after three minutes', () => {
  const longest = [1, 2, 3, 4, 5, 6, 7, 8, 100].map((receives) => postponement(receives, 1));
  expect(longest).toEqual([2, 4, 8, 16, 32, 64, 128, 180, 180]);
  const shortest = [1, 2, 8, 100].map((receives) => postponement(receives, 0));
  expect(shortest).toEqual([1, 2, 90, 90]);
});
