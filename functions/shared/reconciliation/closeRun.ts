import { ConditionalCheckFailedException } from '@aws-sdk/client-dynamodb';
import { UpdateCommand } from '@aws-sdk/lib-dynamodb';
import { RECONCILIATION_PARTITION } from '../../../core/portable/items/operations.ts';
import type { ReconciliationRunItem } from '../../../core/portable/items/reconciliation.ts';
import { documents } from '../dynamodb/documentClient.ts';
import { config } from './config.ts';

/** What the run came to. */
export type RunEnd = Partial<Omit<ReconciliationRunItem, 'pk' | 'sk' | 'started_at' | 'expiry_time'>>;

/** Writes down how a run ended; it ends once. Answers whether this was it. */
export async function closeRun(runId: string, end: RunEnd): Promise<boolean> {
  const fields = Object.entries(end);
  try {
    await documents.send(
      new UpdateCommand({
        TableName: config.operationsTable,
        Key: { pk: RECONCILIATION_PARTITION, sk: runId },
        UpdateExpression: `SET ${fields.map(([name]) => `#${name} = :${name}`).join(', ')}`,
        ConditionExpression: '#status = :running',
        ExpressionAttributeNames: Object.fromEntries(['status', ...Object.keys(end)].map((name) => [`#${name}`, name])),
        ExpressionAttributeValues: {
          ':running': 'RUNNING',
          ...Object.fromEntries(fields.map(([name, value]) => [`:${name}`, value])),
        },
      }),
    );
    return true;
  } catch (error) {
    if (error instanceof ConditionalCheckFailedException) return false;
    throw error;
  }
}
