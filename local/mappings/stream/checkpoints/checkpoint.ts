import { compareSequences, earliest } from '../records/sequence.ts';
import type { Position } from '../streamApi.ts';

/** How far a mapping has come in one shard. */
export type ShardPoint = {
  /** The last record read; null before the first. */
  position: string | null;
  /** For each lane the first record that is not done; null when all that were read are. */
  lanes: (string | null)[];
  /** The shard is closed, and all of it is done. */
  finished: boolean;
};

export type Checkpoint = {
  /** The engine's own ARN: another stream of the same table begins anew. */
  streamArn: string;
  shards: Record<string, ShardPoint>;
};

/** Where reading goes on: at the first record that is not done. */
export function resumeAt({ position, lanes }: ShardPoint): Position {
  const first = earliest(lanes);
  if (first !== null) return { ShardIteratorType: 'AT_SEQUENCE_NUMBER', SequenceNumber: first };
  if (position === null) return { ShardIteratorType: 'TRIM_HORIZON' };
  return { ShardIteratorType: 'AFTER_SEQUENCE_NUMBER', SequenceNumber: position };
}

/**
 * Was a record done before the restart? With another number of lanes than then, nothing from the first undone record on
 * counts as done, whatever its lane.
 */
export function doneBefore(point: ShardPoint, lane: number, lanes: number, sequence: string): boolean {
  const firstUndone = point.lanes.length === lanes ? (point.lanes[lane] ?? null) : earliest(point.lanes);
  if (firstUndone !== null) return compareSequences(sequence, firstUndone) < 0;
  return point.position !== null && compareSequences(sequence, point.position) <= 0;
}
