/** A stream record as Lambda hands it to a function. */
export type StreamEvent = {
  eventID: string;
  eventName: 'INSERT' | 'MODIFY' | 'REMOVE';
  eventVersion: string;
  eventSource: string;
  awsRegion: string;
  dynamodb: {
    Keys: Record<string, unknown>;
    SequenceNumber: string;
    /** Epoch seconds. */
    ApproximateCreationDateTime: number;
    [more: string]: unknown;
  };
  userIdentity?: { type: string; principalId: string };
  eventSourceARN: string;
};

/** A record that was read and is not done. */
export type StreamRecord = {
  sequence: string;
  event: StreamEvent;
  /** Of the event as JSON. */
  bytes: number;
  /** When the record was made, as well as it is known; epoch ms. */
  arrivedAt: number;
};

/** A record as GetRecords has it. */
export type RawRecord = Omit<StreamEvent, 'eventSourceARN' | 'userIdentity'> & {
  userIdentity?: { Type: string; PrincipalId: string };
};

/**
 * @param streamArn the mapping's own, which functions compare with what they know
 * @param now when it was read, epoch ms
 */
export function readRecord(raw: RawRecord, streamArn: string, now: number): StreamRecord {
  const { userIdentity, dynamodb, ...rest } = raw;
  const arrivedAt = arrivalOf(dynamodb.ApproximateCreationDateTime * 1000, now);
  const event: StreamEvent = {
    ...rest,
    dynamodb: { ...dynamodb, ApproximateCreationDateTime: Math.floor(arrivedAt / 1000) },
    ...(userIdentity === undefined
      ? {}
      : { userIdentity: { type: userIdentity.Type, principalId: userIdentity.PrincipalId } }),
    eventSourceARN: streamArn,
  };
  return { sequence: dynamodb.SequenceNumber, event, bytes: Buffer.byteLength(JSON.stringify(event)), arrivedAt };
}

/**
 * DynamoDB Local rounds the time of a record down to the minute, AWS to the second. A record read within that minute was
 * most likely made just now, for the stream is read all the time.
 */
function arrivalOf(roundedMs: number, now: number): number {
  return now - roundedMs < 60_000 ? now : roundedMs;
}
