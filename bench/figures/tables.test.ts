import { expect, test } from 'vitest';
import { ARMS } from '../arms/arms.ts';
import type { JobResult } from '../generator/job.ts';
import { resultLines } from './tables.ts';

function round(sold: number, spurious = 0, gaveUp = 0): JobResult {
  const latency = { count: sold, p50: 4, p95: 9, p99: 9, max: 9 };
  return { seconds: 2, sold, attempts: sold + spurious, spurious, gaveUp, queued: 0, overtaken: 0, latency };
}

function lines(rounds: Record<string, JobResult[]>): string[] {
  const results = new Map(ARMS.flatMap((arm) => (rounds[arm.name] ? [[arm, rounds[arm.name] ?? []] as const] : [])));
  return resultLines(results).map((line) => line.replaceAll(/\s+/g, ' '));
}

test('figures by section and mode, then ratios of the rounds that stood side by side', () => {
  const shown = lines({
    'page-1': [round(1_000), round(400)],
    'version-1': [round(100, 100, 25), round(50, 50)],
    'page-1-same-overlap': [round(30), round(30)],
  });
  expect(shown.filter((line) => line.startsWith('One room type'))).toEqual([
    'One room type, arrivals all over the month: no overlap conflicts (DynamoDB Local as it is)',
    'One room type, all arrive on one day: overlap conflicts, 10 ms in flight (as on AWS)',
  ]);
  expect(shown).toContain(
    '1 night: version check + booking 38 (25 to 50) 50.0 (50.0 to 50.0) 10.0 (0.0 to 20.0) 4.0 (4.0 to 4.0) 9.0 (9.0 to 9.0)',
  );
  expect(shown).toContain('1 night with booking: page to version check 9.00 (8.00 to 10.00) at least 5: met');
});

test('no ratio without both of its arms', () => {
  expect(lines({ 'page-1': [round(10)] }).some((line) => line.startsWith('Ratio'))).toBe(false);
});
