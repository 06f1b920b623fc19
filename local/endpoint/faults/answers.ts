import { AwsServiceError } from '../../appsync/definition.ts';
import { jsonError, type Answer } from '../answer.ts';
import type { Input } from '../dynamodb/resources.ts';
import { restError } from '../restError.ts';

const PREFIX = 'com.amazonaws.dynamodb.v20120810#';
const ONGOING = 'Transaction is ongoing for the item';

/**
 * What a call gets that met a transaction.
 * @param places of the items that collided, in the order of the request
 */
export function refusedBecause(operation: string, input: Input, places: readonly number[]): Answer {
  if (!operation.startsWith('Transact')) return transactionConflict();
  return transactionCancelled((input.TransactItems as unknown[]).length, places);
}

/** A cancelled transaction: `TransactionConflict` for the items at `places`, `None` for the rest. */
function transactionCancelled(items: number, places: readonly number[]): Answer {
  const reasons = Array.from({ length: items }, (_, index) =>
    places.includes(index) ? { Code: 'TransactionConflict', Message: ONGOING } : { Code: 'None' },
  );
  const codes = reasons.map(({ Code }) => Code).join(', ');
  const text = `Transaction cancelled, please refer cancellation reasons for specific reasons [${codes}]`;
  // This one exception spells `Message` with a capital; the SDKs read both.
  const body = { __type: `${PREFIX}TransactionCanceledException`, CancellationReasons: reasons, Message: text };
  return { status: 400, headers: { 'content-type': 'application/x-amz-json-1.0' }, body: JSON.stringify(body) };
}

/** A single write that met a transaction. */
function transactionConflict(): Answer {
  return jsonError(400, `${PREFIX}TransactionConflictException`, ONGOING);
}

/** On-demand tables throttle in two ways: a hot partition, and a table that grows faster than it is scaled. */
export function throttled(hotPartition: boolean): Answer {
  if (hotPartition) {
    const message =
      'The level of configured provisioned throughput for the table was exceeded. Consider increasing your provisioning level with the UpdateTable API.';
    return jsonError(400, `${PREFIX}ProvisionedThroughputExceededException`, message);
  }
  const message =
    'Throughput exceeds the current capacity of your table or index. DynamoDB is automatically scaling your table or index so please try again shortly.';
  return jsonError(400, 'com.amazon.coral.availability#ThrottlingException', message);
}

/** What SES answers who sends more mails a second than the account may. */
export function sendingTooFast(): Answer {
  return restError(new AwsServiceError('TooManyRequestsException', 'Maximum sending rate exceeded.', 429));
}
