import { ownCredentials, signedCall } from '../../shared/api/signedCall.ts';
import { config } from '../config.ts';
import { Unredrivable } from '../unredrivable.ts';

const TIMEOUT_MS = 3_000;
/** The stream, its shard or the record in it is gone, or never was (DynamoDB API reference, "GetShardIterator"). */
const GONE = /TrimmedDataAccessException|ResourceNotFoundException|ValidationException/;

/**
 * One operation of DynamoDB Streams. Called by hand: its JSON is what functions get in events, which an SDK would turn into
 * objects of its own.
 * @throws Unredrivable when the record is gone
 * @throws when there is no answer, or another error
 */
export async function callStreams<Output>(operation: string, input: object): Promise<Output> {
  const { region } = config;
  const response = await signedCall({
    url: process.env.AWS_ENDPOINT_URL ?? `https://streams.dynamodb.${region}.amazonaws.com`,
    service: 'dynamodb',
    region,
    credentials: ownCredentials(),
    headers: {
      'content-type': 'application/x-amz-json-1.0',
      'x-amz-target': `DynamoDBStreams_20120810.${operation}`,
    },
    body: JSON.stringify(input),
    timeoutMs: TIMEOUT_MS,
  });
  const answer = (await response.json()) as Output & { __type?: string; message?: string };
  if (response.ok) return answer;
  if (GONE.test(answer.__type ?? '')) {
    throw new Unredrivable('The stream keeps records for 24 hours, and no longer has this one.');
  }
  throw new Error(`DynamoDB Streams ${operation}: ${answer.__type ?? response.status} ${answer.message ?? ''}`);
}
