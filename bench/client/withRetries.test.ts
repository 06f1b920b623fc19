import { expect, test } from 'vitest';
import { withRetries } from './withRetries.ts';

const POLICY = { retries: 3, baseMs: 1, capMs: 2 };

function answers<T>(...values: T[]): { calls: () => number; once: () => Promise<T> } {
  let calls = 0;
  return { calls: () => calls, once: async () => values[Math.min(calls++, values.length - 1)] as T };
}

test('an outcome that is final is not tried again', async () => {
  const { once, calls } = answers('sold out');
  expect(await withRetries(once, () => false, POLICY)).toEqual({ outcome: 'sold out', retries: 0 });
  expect(calls()).toBe(1);
});

test('retries until the outcome is final, and counts them', async () => {
  const { once } = answers('busy', 'busy', 'sold');
  expect(await withRetries(once, (outcome) => outcome === 'busy', POLICY)).toEqual({ outcome: 'sold', retries: 2 });
});

test('gives up after the bound with the last outcome', async () => {
  const { once, calls } = answers('busy');
  expect(await withRetries(once, () => true, POLICY)).toEqual({ outcome: 'busy', retries: 3 });
  expect(calls()).toBe(4);
});
