import { expect, test } from 'vitest';
import { atOnce } from './atOnce.ts';

test('starts in order, never more at once than asked', async () => {
  const started: number[] = [];
  let running = 0;
  let most = 0;
  await atOnce([1, 2, 3, 4, 5], 2, async (item) => {
    started.push(item);
    running += 1;
    most = Math.max(most, running);
    await new Promise((resolve) => setImmediate(resolve));
    running -= 1;
  });
  expect(started).toEqual([1, 2, 3, 4, 5]);
  expect(most).toBe(2);
});

test('a failure of one item ends the whole', async () => {
  await expect(
    atOnce([1], 2, async () => {
      throw new Error('broken');
    }),
  ).rejects.toThrow('broken');
});
