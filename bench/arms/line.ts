import type { Demand } from '../generator/job.ts';
import type { Arm, Ratio } from './arm.ts';

const OVERLAP_MS = 10;

function arm(name: string, title: string, demand: Demand): Arm {
  const common = { section: 'line', patience: 'hasty', door: 'engine', overlapMs: OVERLAP_MS } as const;
  return { ...common, name, title, method: { kind: 'graphql', demand } };
}

const nights = (count: number, arrivals: Demand['arrivals']): Demand => ({ least: count, most: count, arrivals });

/** The room type that all want, bought as clients do: by `bookRoom` over HTTP, in line where there is one. */
export const LINE_ARMS: Arm[] = [
  arm('line-1-same', '1 night, all arrive on one day', nights(1, 'same')),
  arm('line-3-same', '3 nights, all arrive on one day', nights(3, 'same')),
  arm('line-1', '1 night, arrivals all over the month', nights(1, 'spread')),
  arm('line-3', '3 nights, arrivals all over the month', nights(3, 'spread')),
];

/** Against the version check by the bare SDK, which has no API to go through. */
export const LINE_RATIOS: Ratio[] = [
  { title: 'Line, 1 night, same arrival: to version check', of: 'line-1-same', to: 'version-1-same-overlap', aim: 5 },
  { title: 'Line, 3 nights, same arrival: to version check', of: 'line-3-same', to: 'version-3-same-overlap', aim: 5 },
  { title: 'Line, 1 night over the month: to version check', of: 'line-1', to: 'version-1-overlap', aim: 5 },
  { title: 'Line, 3 nights over the month: to version check', of: 'line-3', to: 'version-3-overlap', aim: 5 },
];
