import { AwsServiceError } from '../appsync/definition.ts';
import type { Input } from '../endpoint/jsonService.ts';
import type { Execution } from './executions/execution.ts';

/** The answer of `DescribeExecution`. */
export function describeExecution(execution: Execution): Input {
  const { input, output, error, cause } = execution;
  return {
    ...listItem(execution),
    input,
    inputDetails: { included: true },
    ...(output === null ? {} : { output, outputDetails: { included: true } }),
    ...(error === null ? {} : { error }),
    ...(cause === null ? {} : { cause }),
  };
}

/** An item of `ListExecutions`; dates in epoch seconds. */
export function listItem({ arn, machineArn, name, status, startedAt, stoppedAt }: Execution): Input {
  return {
    executionArn: arn,
    stateMachineArn: machineArn,
    name,
    status,
    startDate: startedAt / 1000,
    ...(stoppedAt === null ? {} : { stopDate: stoppedAt / 1000 }),
  };
}

/**
 * A page of a list; its token is where the next begins.
 * @throws {AwsServiceError} InvalidToken
 */
export function pageOf<Item>(
  all: readonly Item[],
  { maxResults, nextToken }: Input,
): { items: Item[]; nextToken?: string } {
  const size = typeof maxResults === 'number' && maxResults > 0 ? Math.min(maxResults, 1000) : 100;
  const from = Number(nextToken ?? 0);
  if (!Number.isInteger(from) || from < 0) throw new AwsServiceError('InvalidToken', 'Invalid Token', 400);
  const items = all.slice(from, from + size);
  return from + size < all.length ? { items, nextToken: String(from + size) } : { items };
}
