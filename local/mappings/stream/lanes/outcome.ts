import type { LambdaReply } from '../../../appsync/definition.ts';
import { isFields } from '../../../patterns/values.ts';
import { compareSequences } from '../records/sequence.ts';
import type { StreamRecord } from '../records/record.ts';

/** How a batch fared: all done, or failed from a position on (0 is all of it). */
export type Outcome = 'done' | { failedFrom: number };

const ALL_FAILED: Outcome = { failedFrom: 0 };

/**
 * Reads a function's answer. Without item failures in the mapping's response types only an error counts. With them, no
 * answer and no failures are a success; a failure that names no record of the batch fails it whole (Lambda Developer Guide,
 * "Configuring partial batch response with DynamoDB and Lambda").
 */
export function outcomeOf(reply: LambdaReply, records: readonly StreamRecord[], reportsItemFailures: boolean): Outcome {
  if (reply.functionError !== undefined) return ALL_FAILED;
  if (!reportsItemFailures) return 'done';
  const { payload } = reply;
  if (payload === null || payload === undefined || payload === '') return 'done';
  if (!isFields(payload)) return ALL_FAILED;
  const failures = payload.batchItemFailures ?? [];
  if (!Array.isArray(failures)) return ALL_FAILED;
  const positions = failures.map((failure) => positionOf(failure, records));
  if (positions.length === 0) return 'done';
  return positions.includes(-1) ? ALL_FAILED : { failedFrom: Math.min(...positions) };
}

function positionOf(failure: unknown, records: readonly StreamRecord[]): number {
  const identifier = isFields(failure) ? failure.itemIdentifier : undefined;
  if (typeof identifier !== 'string' || !/^\d+$/.test(identifier)) return -1;
  return records.findIndex(({ sequence }) => compareSequences(sequence, identifier) === 0);
}
