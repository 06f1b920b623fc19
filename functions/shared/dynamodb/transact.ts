import { TransactionCanceledException } from '@aws-sdk/client-dynamodb';
import { TransactWriteCommand, type TransactWriteCommandInput } from '@aws-sdk/lib-dynamodb';
import { documents } from './documentClient.ts';
import { pauseBefore } from '../retry.ts';

type TransactItem = NonNullable<TransactWriteCommandInput['TransactItems']>[number];

/** `failed`: the places of the items whose condition did not hold; none where others were writing every time. */
export type Outcome = { isDone: true } | { isDone: false; failed: number[] };

const TRIES = 6;
const CONDITION_FAILED = 'ConditionalCheckFailed';
/** Source: DynamoDB API reference, TransactionCanceledException. */
const PASSING = ['None', 'TransactionConflict', 'ThrottlingError', 'ProvisionedThroughputExceeded'];

/**
 * Sends a transaction, again where others were writing the same items. The SDK sends the same token with its own tries,
 * so one whose answer was lost is not done twice.
 * @param tries how often at most
 * @throws what neither passes nor is a condition
 */
export async function transact(items: TransactItem[], tries = TRIES): Promise<Outcome> {
  for (let attempt = 0; attempt < tries; attempt++) {
    await pauseBefore(attempt);
    try {
      await documents.send(new TransactWriteCommand({ TransactItems: items }));
      return { isDone: true };
    } catch (error) {
      const codes = codesOf(error);
      const failed = codes.flatMap((code, at) => (code === CONDITION_FAILED ? [at] : []));
      if (failed.length > 0) return { isDone: false, failed };
      if (!codes.every((code) => PASSING.includes(code))) throw error;
    }
  }
  return { isDone: false, failed: [] };
}

/** @throws the error where it is no cancelled transaction */
function codesOf(error: unknown): string[] {
  if (!(error instanceof TransactionCanceledException)) throw error;
  return (error.CancellationReasons ?? []).map(({ Code }) => Code ?? 'None');
}
