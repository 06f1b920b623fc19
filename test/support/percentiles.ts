/** Of durations in ms, rounded: half, and 95 of 100, are not longer; and the longest. */
export function percentiles(durations: readonly number[]): { p50: number; p95: number; most: number } {
  const sorted = durations.toSorted((a, b) => a - b);
  const at = (share: number): number => Math.round(sorted[Math.ceil(share * sorted.length) - 1]);
  return { p50: at(0.5), p95: at(0.95), most: at(1) };
}
