import { AwsServiceError } from '../appsync/definition.ts';
import type { Invocation } from './definition.ts';
import type { Outcome } from './environment/outcome.ts';

/** Lambda Developer Guide, "Lambda quotas": 6 MB each way, 1 MB for an asynchronous invocation. */
const REQUEST_BYTES = { RequestResponse: 6 * 1024 * 1024, Event: 1024 * 1024, DryRun: 6 * 1024 * 1024 };
const RESPONSE_BYTES = 6 * 1024 * 1024;

/** @throws {AwsServiceError} RequestTooLargeException */
export function checkRequestSize(body: string, type: Invocation['invocationType']): void {
  const [size, limit] = [Buffer.byteLength(body), REQUEST_BYTES[type]];
  if (size <= limit) return;
  const message = `${size} byte payload is too large for the ${type} invocation type (limit ${limit} bytes)`;
  throw new AwsServiceError('RequestTooLargeException', message, 413);
}

/** A result that is too large reaches nobody: the caller gets an error of the function instead. */
export function checkResponseSize(outcome: Outcome): Outcome {
  const size = Buffer.byteLength(outcome.body);
  if (size <= RESPONSE_BYTES) return outcome;
  const errorMessage = `Response payload size (${size} bytes) exceeded maximum allowed payload size (${RESPONSE_BYTES} bytes).`;
  return { failed: true, body: JSON.stringify({ errorType: 'Function.ResponseSizeTooLarge', errorMessage }) };
}
