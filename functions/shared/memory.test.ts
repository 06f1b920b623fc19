import { setTimeout as delay } from 'node:timers/promises';
import { expect, it, vi } from 'vitest';
import { createMemory } from './memory.ts';

it('reads once for all who ask at the same time, and once more when it was told to forget', async () => {
  const memory = createMemory<number>({ keptMs: 60_000, most: 10 });
  let reads = 0;
  const read = async () => (reads += 1);
  expect(await Promise.all([memory.get('a', read), memory.get('a', read)])).toEqual([1, 1]);
  expect(await memory.get('b', read)).toBe(2);
  memory.forget('a');
  expect(await memory.get('a', read)).toBe(3);
});

it('reads again after its time', async () => {
  const memory = createMemory<number>({ keptMs: 20, most: 10 });
  let reads = 0;
  const read = async () => (reads += 1);
  await memory.get('a', read);
  await vi.waitUntil(async () => (await memory.get('a', read)) > 1);
});

it('keeps no failure', async () => {
  const memory = createMemory<string>({ keptMs: 60_000, most: 10 });
  await expect(memory.get('a', () => Promise.reject(new Error('busy')))).rejects.toThrow('busy');
  expect(await memory.get('a', () => Promise.resolve('here'))).toBe('here');
});

it('forgets first who was asked for longest ago', async () => {
  const memory = createMemory<string>({ keptMs: 60_000, most: 2 });
  for (const key of ['a', 'b', 'a', 'c']) await memory.get(key, () => delay(0, `first ${key}`));
  const again = await Promise.all(['a', 'c', 'b'].map((key) => memory.get(key, () => delay(0, `new ${key}`))));
  expect(again).toEqual(['first a', 'first c', 'new b']);
});
