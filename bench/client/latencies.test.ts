import { expect, test } from 'vitest';
import { createLatencies } from './latencies.ts';

test('percentiles in milliseconds', () => {
  const latencies = createLatencies();
  const now = performance.now();
  for (let ms = 1; ms <= 100; ms += 1) latencies.recordSince(now - ms);
  const { count, p50, p95, max } = latencies.summary();
  const elapsed = performance.now() - now;
  expect(count).toBe(100);
  // The clock runs on between the records.
  expect(p50).toBeGreaterThanOrEqual(50);
  expect(p50).toBeLessThan(60 + elapsed);
  expect(p95).toBeGreaterThanOrEqual(95);
  expect(max).toBeGreaterThanOrEqual(100);
});

test('nothing recorded is all zero', () => {
  expect(createLatencies().summary()).toEqual({ count: 0, p50: 0, p95: 0, p99: 0, max: 0 });
});
