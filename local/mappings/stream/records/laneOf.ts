import { createHash } from 'node:crypto';
import type { StreamEvent } from './record.ts';

/**
 * The lane of a record's key, from 0: all records of one key share one, so they stay in order. As on AWS it is the
 * partition key together with the sort key that counts.
 */
export function laneOf({ dynamodb: { Keys } }: StreamEvent, lanes: number): number {
  if (lanes === 1) return 0;
  const key = JSON.stringify(Object.entries(Keys).sort(([a], [b]) => (a < b ? -1 : 1)));
  return createHash('md5').update(key).digest().readUInt32BE() % lanes;
}
