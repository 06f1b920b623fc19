import type { Demand } from '../generator/job.ts';
import type { Arm, Ratio } from './arm.ts';
import { HOT_ARMS, HOT_RATIOS } from './hot.ts';
import { LINE_ARMS, LINE_RATIOS } from './line.ts';

const MIXED: Demand = { least: 1, most: 3, arrivals: 'spread' };

/** `bookRoom` as clients call it, against what it writes. Nothing collides, so nobody's patience matters. */
const PATH_ARMS: Arm[] = [
  {
    name: 'book-room',
    section: 'path',
    title: 'bookRoom over HTTP',
    method: { kind: 'graphql', demand: MIXED },
    patience: 'hasty',
    door: 'engine',
    overlapMs: null,
  },
  {
    name: 'bare-transaction',
    section: 'path',
    title: 'the same transaction by the bare SDK',
    method: { kind: 'page', demand: MIXED, booking: true, reads: false },
    patience: 'hasty',
    door: 'engine',
    overlapMs: null,
  },
];

export const ARMS: Arm[] = [...HOT_ARMS, ...LINE_ARMS, ...PATH_ARMS];

export const RATIOS: Ratio[] = [
  ...HOT_RATIOS,
  ...LINE_RATIOS,
  { title: 'bookRoom over HTTP to the bare transaction', of: 'book-room', to: 'bare-transaction', aim: 0.6 },
];
