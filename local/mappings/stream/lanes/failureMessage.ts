import { randomUUID } from 'node:crypto';
import type { LambdaReply } from '../../../appsync/definition.ts';
import type { StreamMappingPlan } from '../../../cloud/plan/mappingPlan.ts';
import type { StreamRecord } from '../records/record.ts';

export type GivenUp = {
  condition: 'RetryAttemptsExhausted' | 'RecordAgeExceeded';
  records: readonly StreamRecord[];
  shardId: string;
  invocations: number;
  /** The last answer of the function; undefined when it never gave one. */
  reply: LambdaReply | undefined;
};

/**
 * What a queue or topic gets of records given up: where they stand in the stream, not what they hold. Lambda Developer
 * Guide, "Retaining discarded records for a DynamoDB event source".
 */
export function failureMessage(plan: StreamMappingPlan, givenUp: GivenUp, now: Date): string {
  const { condition, records, shardId, invocations, reply } = givenUp;
  const [first, last] = [records[0], records.at(-1)];
  return JSON.stringify({
    requestContext: {
      requestId: randomUUID(),
      functionArn: plan.functionArn,
      condition,
      approximateInvokeCount: invocations,
    },
    ...(reply === undefined ? {} : { responseContext: responseContext(reply) }),
    version: '1.0',
    timestamp: now.toISOString(),
    DDBStreamBatchInfo: {
      shardId,
      startSequenceNumber: first?.sequence,
      endSequenceNumber: last?.sequence,
      approximateArrivalOfFirstRecord: arrival(first),
      approximateArrivalOfLastRecord: arrival(last),
      batchSize: records.length,
      streamArn: plan.streamArn,
    },
  });
}

function responseContext({ functionError }: LambdaReply): Record<string, unknown> {
  return { statusCode: 200, executedVersion: '$LATEST', functionError: functionError ?? null };
}

/** To the second, as AWS writes it. */
function arrival(record: StreamRecord | undefined): string | undefined {
  return record && `${new Date(record.arrivedAt).toISOString().slice(0, 19)}Z`;
}
