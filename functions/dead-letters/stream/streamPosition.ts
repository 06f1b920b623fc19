/** Where records that Lambda gave up stand in their stream: it keeps no copy of them. */
export type StreamPosition = {
  streamArn: string;
  shardId: string;
  first: string;
  last: string;
  /** Lambda's word, such as `RetryAttemptsExhausted`. */
  condition: string;
  invocations: number;
};

type LambdaLetter = {
  requestContext?: { condition?: string; approximateInvokeCount?: number };
  DDBStreamBatchInfo?: {
    streamArn: string;
    shardId: string;
    startSequenceNumber: string;
    endSequenceNumber: string;
  };
};

/** Reads the letter that Lambda writes (Lambda developer guide, "Retaining discarded records for a DynamoDB event source"); null for any other. */
export function streamPosition(body: string): StreamPosition | null {
  const { requestContext, DDBStreamBatchInfo: batch } = parsed(body);
  if (!batch) return null;
  return {
    streamArn: batch.streamArn,
    shardId: batch.shardId,
    first: batch.startSequenceNumber,
    last: batch.endSequenceNumber,
    condition: requestContext?.condition ?? 'Given up',
    invocations: requestContext?.approximateInvokeCount ?? 0,
  };
}

function parsed(body: string): LambdaLetter {
  try {
    return (JSON.parse(body) ?? {}) as LambdaLetter;
  } catch {
    return {};
  }
}
