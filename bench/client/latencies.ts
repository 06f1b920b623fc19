import { createHistogram } from 'node:perf_hooks';

/** Milliseconds. */
export type LatencySummary = { count: number; p50: number; p95: number; p99: number; max: number };

export type Latencies = {
  /** @param startedAt a `performance.now()` of before */
  recordSince(startedAt: number): void;
  record(ms: number): void;
  summary(): LatencySummary;
};

/** Latencies from 1 microsecond up, to three significant figures, in constant memory. */
export function createLatencies(): Latencies {
  const histogram = createHistogram({ figures: 3 });
  const record = (latency: number) => histogram.record(Math.max(1, Math.round(latency * 1000)));
  const ms = (percentile: number) => histogram.percentile(percentile) / 1000;
  return {
    recordSince: (startedAt) => record(performance.now() - startedAt),
    record,
    summary: () => ({
      count: histogram.count,
      p50: histogram.count === 0 ? 0 : ms(50),
      p95: histogram.count === 0 ? 0 : ms(95),
      p99: histogram.count === 0 ? 0 : ms(99),
      max: histogram.count === 0 ? 0 : histogram.max / 1000,
    }),
  };
}
