import { QueryCommand, type QueryCommandInput } from '@aws-sdk/lib-dynamodb';
import { OPERATIONS_INDEX, PMS_LISTING, RECONCILIATION_PARTITION } from '../../core/portable/items/operations.ts';
import { documents } from '../shared/dynamodb/documentClient.ts';
import { config } from './config.ts';

/** How many properties' PMS circuits are open, or being tried again. @throws when the table does not answer */
export async function openCircuits(): Promise<number> {
  const counts = await Promise.all(['OPEN#', 'HALF_OPEN#'].map(countCircuits));
  return counts.reduce((sum, count) => sum + count, 0);
}

async function countCircuits(prefix: string): Promise<number> {
  let count = 0;
  let from: QueryCommandInput['ExclusiveStartKey'];
  do {
    const page = await documents.send(
      new QueryCommand({
        TableName: config.operationsTable,
        IndexName: OPERATIONS_INDEX,
        Select: 'COUNT',
        KeyConditionExpression: '#listing = :pms AND begins_with(#key, :circuit)',
        ExpressionAttributeNames: { '#listing': 'listing', '#key': 'listing_key' },
        ExpressionAttributeValues: { ':pms': PMS_LISTING, ':circuit': prefix },
        ExclusiveStartKey: from,
      }),
    );
    count += page.Count ?? 0;
    from = page.LastEvaluatedKey;
  } while (from);
  return count;
}

/** The newest run as the reconciliation recorded it, null before the first. @throws when the table does not answer */
export async function lastReconciliation(): Promise<Record<string, unknown> | null> {
  const { Items = [] } = await documents.send(
    new QueryCommand({
      TableName: config.operationsTable,
      KeyConditionExpression: '#pk = :runs',
      ExpressionAttributeNames: { '#pk': 'pk' },
      ExpressionAttributeValues: { ':runs': RECONCILIATION_PARTITION },
      ScanIndexForward: false,
      Limit: 1,
    }),
  );
  return Items[0] ?? null;
}
