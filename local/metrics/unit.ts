const SIZES = ['Bytes', 'Kilobytes', 'Megabytes', 'Gigabytes', 'Terabytes'] as const;
const BITS = ['Bits', 'Kilobits', 'Megabits', 'Gigabits', 'Terabits'] as const;
const PLAIN = ['Seconds', 'Microseconds', 'Milliseconds', 'Percent', 'Count', 'None'] as const;

/** CloudWatch API Reference, `MetricDatum.Unit`. */
export type Unit =
  | (typeof PLAIN)[number]
  | (typeof SIZES)[number]
  | (typeof BITS)[number]
  | `${(typeof SIZES)[number] | (typeof BITS)[number] | 'Count'}/Second`;

const units = new Set<string>([
  ...PLAIN,
  ...SIZES,
  ...BITS,
  ...[...SIZES, ...BITS, 'Count'].map((unit) => `${unit}/Second`),
]);

export function isUnit(text: string): text is Unit {
  return units.has(text);
}
