import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import type { StreamApi } from '../streamApi.ts';
import { ShardReader } from './reader.ts';

/** Of a stream in which nothing happens. */
let reads: number;
let stopping: AbortController;
beforeEach(() => {
  vi.useFakeTimers();
  reads = 0;
  stopping = new AbortController();
});
afterEach(() => {
  stopping.abort();
  vi.useRealTimers();
});

/** @param tookMs how long a read takes */
function start({ isToldOfWrites, tookMs = 0 }: { isToldOfWrites: boolean; tookMs?: number }): ShardReader {
  const api: StreamApi = {
    arn: 'arn',
    table: 'T',
    shards: () => Promise.resolve([]),
    iterator: () => Promise.resolve('here'),
    records: async () => {
      reads += 1;
      if (tookMs > 0) await new Promise((resolve) => setTimeout(resolve, tookMs));
      return { records: [], next: 'here' };
    },
  };
  const from = { position: null, lanes: [], finished: false };
  const settings = { take: () => {}, hasRoom: () => true, log: () => {} };
  return new ShardReader({ api, shardId: 's', from, signal: stopping.signal, isToldOfWrites, ...settings });
}

it('reads soon after it was told of a write, however long nothing happened before', async () => {
  const reader = start({ isToldOfWrites: true });
  await vi.advanceTimersByTimeAsync(240);
  expect(reads).toBe(1);
  reader.ring();
  await vi.advanceTimersByTimeAsync(0);
  expect(reads).toBe(2);
});

it('reads together what is written within a moment', async () => {
  const reader = start({ isToldOfWrites: true });
  for (let millisecond = 0; millisecond < 100; millisecond += 1) {
    reader.ring();
    await vi.advanceTimersByTimeAsync(1);
  }
  expect(reads).toBeLessThanOrEqual(5);
  expect(reads).toBeGreaterThanOrEqual(4);
});

it('looks now and then for what nobody told of, the less often the longer a look takes', async () => {
  start({ isToldOfWrites: true });
  await vi.advanceTimersByTimeAsync(10_000);
  expect(reads).toBeGreaterThan(30);
  reads = 0;
  stopping.abort();
  stopping = new AbortController();
  start({ isToldOfWrites: true, tookMs: 200 });
  await vi.advanceTimersByTimeAsync(10_000);
  expect(reads).toBeGreaterThan(2);
  expect(reads).toBeLessThan(6);
});

it('asks often where nobody tells of writes', async () => {
  start({ isToldOfWrites: false });
  await vi.advanceTimersByTimeAsync(6_000);
  expect(reads).toBeGreaterThan(90);
});

it('reads at once for who must know', async () => {
  const reader = start({ isToldOfWrites: true });
  await vi.advanceTimersByTimeAsync(100);
  const now = reader.readNow();
  await vi.advanceTimersByTimeAsync(0);
  expect(await now).toBe(0);
  expect(reads).toBe(2);
});
