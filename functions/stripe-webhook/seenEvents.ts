import { PutCommand } from '@aws-sdk/lib-dynamodb';
import { ConditionalCheckFailedException } from '@aws-sdk/client-dynamodb';
import { paymentEventKey } from '../../core/portable/items/operations.ts';
import { documents } from '../shared/dynamodb/documentClient.ts';
import { getItem } from '../shared/dynamodb/getItem.ts';
import { config } from './config.ts';

/** Stripe delivers an event for three days, and lets people send it again for thirty. */
const KEPT_SECONDS = 31 * 24 * 60 * 60;

/** Was the event handed on before? */
export async function isSeen(eventId: string): Promise<boolean> {
  return (await getItem(config.operationsTable, paymentEventKey(eventId))) !== null;
}

/** Remembers an event that was handed on; whoever did at the same moment has done no harm. */
export async function noteSeen(eventId: string, type: string, now: number): Promise<void> {
  try {
    await documents.send(
      new PutCommand({
        TableName: config.operationsTable,
        Item: {
          ...paymentEventKey(eventId),
          type,
          seen_at: new Date(now).toISOString(),
          expiry_time: Math.floor(now / 1000) + KEPT_SECONDS,
        },
        ConditionExpression: 'attribute_not_exists(#pk)',
        ExpressionAttributeNames: { '#pk': 'pk' },
      }),
    );
  } catch (error) {
    if (!(error instanceof ConditionalCheckFailedException)) throw error;
  }
}
