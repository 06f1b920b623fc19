import type { StreamMappingPlan } from '../../../cloud/plan/mappingPlan.ts';
import type { StreamApi } from '../streamApi.ts';
import type { Checkpoint, ShardPoint } from './checkpoint.ts';

/** The beginning of a shard that was not read before. */
export const SHARD_START: ShardPoint = { position: null, lanes: [], finished: false };

/**
 * Where a mapping begins that has no checkpoint for the stream. LATEST passes over what is there now and is kept as a
 * position, so that it means the same after a restart.
 */
export async function beginAnew(plan: StreamMappingPlan, api: StreamApi): Promise<Checkpoint> {
  const checkpoint: Checkpoint = { streamArn: api.arn, shards: {} };
  if (plan.startingPosition === 'TRIM_HORIZON') return checkpoint;
  for (const { ShardId, SequenceNumberRange } of await api.shards()) {
    const finished = SequenceNumberRange.EndingSequenceNumber !== undefined;
    const position = finished ? null : await lastOf(ShardId, api);
    checkpoint.shards[ShardId] = { position, lanes: [], finished };
  }
  return checkpoint;
}

async function lastOf(shardId: string, api: StreamApi): Promise<string | null> {
  let last: string | null = null;
  let iterator: string | undefined = await api.iterator(shardId, { ShardIteratorType: 'TRIM_HORIZON' });
  while (iterator !== undefined) {
    const { records, next } = await api.records(iterator);
    if (records.length === 0) break;
    last = records.at(-1)?.dynamodb.SequenceNumber ?? last;
    iterator = next;
  }
  return last;
}
