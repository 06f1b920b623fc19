import type { Patience, SaleMethod } from '../generator/job.ts';

/** One thing that is measured. Arms take turns, so that what changes meanwhile meets all of them. */
export type Arm = {
  name: string;
  section: 'hot' | 'line' | 'path';
  /** What a reader calls it, below the heading of its section. */
  title: string;
  method: SaleMethod;
  patience: Patience;
  /** Where DynamoDB is called: through the local cloud's endpoint, or the engine itself. */
  door: 'endpoint' | 'engine';
  /** How long a write stays in flight, so that writes of one item collide as on AWS; null leaves the engine as it is. */
  overlapMs: number | null;
};

/** Bookings/s of one arm to those of another, by name. */
export type Ratio = { title: string; of: string; to: string; aim?: number };
