import type { AwsServiceError } from '../../../definition.ts';
import { fromWire } from '../attributes.ts';

type Reason = { Code?: string | null; Message?: string | null; Item?: unknown };
export type CancellationReason = { item?: unknown; type: string; message: string };

/**
 * A cancelled transaction's reasons, one for each of its items in order; null for any other failure.
 * AppSync says `ConditionCheckFailed` where DynamoDB says `ConditionalCheckFailed`, and `None` with the message `None` for
 * items that were not the reason; all other codes (`TransactionConflict`, `ThrottlingError`, `ValidationError`, ...) are DynamoDB's.
 * Source: AppSync developer guide, "TransactWriteItems".
 */
export function cancellationReasons(error: AwsServiceError): CancellationReason[] | null {
  if (error.code !== 'TransactionCanceledException') return null;
  const reasons = (error.body.CancellationReasons ?? []) as Reason[];
  return reasons.map(({ Code, Message, Item }) => {
    if (Code === undefined || Code === null || Code === 'None') return { type: 'None', message: 'None' };
    const type = Code === 'ConditionalCheckFailed' ? 'ConditionCheckFailed' : Code;
    const message = Message ?? type;
    return Item === undefined || Item === null ? { type, message } : { item: fromWire(Item), type, message };
  });
}
