/** The middle of some measurements, with the least and the most of them. */
export type Spread = { median: number; least: number; most: number };

/** @throws when there are no values */
export function spreadOf(values: number[]): Spread {
  const sorted = [...values].sort((a, b) => a - b);
  const [least, most] = [sorted[0], sorted.at(-1)];
  const low = sorted[Math.floor((sorted.length - 1) / 2)];
  const high = sorted[Math.ceil((sorted.length - 1) / 2)];
  if (least === undefined || most === undefined || low === undefined || high === undefined) {
    throw new Error('There are no values to take the median of.');
  }
  return { median: (low + high) / 2, least, most };
}

/** `median (least to most)`, all with so many digits after the point. */
export function formatSpread({ median, least, most }: Spread, digits: number): string {
  return `${median.toFixed(digits)} (${least.toFixed(digits)} to ${most.toFixed(digits)})`;
}
