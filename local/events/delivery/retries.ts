import { AwsServiceError } from '../../appsync/definition.ts';

/** Codes of 4xx answers that another try may change. */
const TEMPORARY = new Set([
  'LimitExceededException',
  'ProvisionedThroughputExceededException',
  'RequestThrottled',
  'ThrottledException',
  'Throttling',
  'ThrottlingException',
  'TooManyRequestsException',
]);

/** Whether trying again may help: not where a permission or the target is missing (EventBridge User Guide, "Debugging event delivery"). */
export function mayHelp(error: unknown): boolean {
  if (!(error instanceof AwsServiceError)) return true;
  return error.statusCode < 400 || error.statusCode >= 500 || TEMPORARY.has(error.code);
}

/** Exponential with full jitter, from a second to a minute. EventBridge says only that it backs off with jitter. */
export function retryDelayMs(attempts: number): number {
  return 200 + Math.random() * Math.min(1000 * 2 ** (attempts - 1), 60_000);
}
