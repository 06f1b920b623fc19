import type { DynamoDBBatchResponse, DynamoDBRecord } from 'aws-lambda';
import { ownCredentials, signedCall } from '../../shared/api/signedCall.ts';
import { config } from '../config.ts';
import { Unredrivable } from '../unredrivable.ts';

/** Less than this function's own, with time left to give letters back. */
const TIMEOUT_MS = 12_000;

type FunctionError = { errorMessage?: string };

/**
 * Hands records to the function that reads the stream, as Lambda does, and waits for its answer.
 * @throws Unredrivable when it fails, or reports that a record failed
 */
export async function invokeConsumer(functionName: string, records: DynamoDBRecord[]): Promise<void> {
  const { region } = config;
  const endpoint = process.env.AWS_ENDPOINT_URL ?? `https://lambda.${region}.amazonaws.com`;
  const response = await signedCall({
    url: `${endpoint}/2015-03-31/functions/${functionName}/invocations`,
    service: 'lambda',
    region,
    credentials: ownCredentials(),
    body: JSON.stringify({ Records: records }),
    timeoutMs: TIMEOUT_MS,
  });
  const text = await response.text();
  if (!response.ok) throw new Error(`Lambda answered ${response.status}: ${text.slice(0, 500)}`);
  if (response.headers.has('x-amz-function-error')) {
    const { errorMessage } = JSON.parse(text) as FunctionError;
    throw new Unredrivable(`The function failed: ${errorMessage ?? 'without a reason'}`);
  }
  const { batchItemFailures = [] } = (JSON.parse(text) ?? {}) as Partial<DynamoDBBatchResponse>;
  if (batchItemFailures.length > 0) throw new Unredrivable('It failed again; the log of the function has the reason.');
}
