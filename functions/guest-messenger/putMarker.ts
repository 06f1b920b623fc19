import { ConditionalCheckFailedException } from '@aws-sdk/client-dynamodb';
import { PutCommand } from '@aws-sdk/lib-dynamodb';
import type { GuestMessageItem } from '../../core/portable/items/guestMessage.ts';
import { documents } from '../shared/dynamodb/documentClient.ts';
import { config } from './config.ts';

/**
 * Writes a message's marker, if nobody has claimed the message meanwhile.
 * @param attempts as the table should have them; 0 where it should have no marker
 * @returns is it written?
 */
export async function putMarker(Item: GuestMessageItem, attempts: number): Promise<boolean> {
  const isNew = attempts === 0;
  try {
    await documents.send(
      new PutCommand({
        TableName: config.operationsTable,
        Item,
        ConditionExpression: isNew ? 'attribute_not_exists(#attempts)' : '#attempts = :attempts',
        ExpressionAttributeNames: { '#attempts': 'attempts' },
        ...(isNew ? {} : { ExpressionAttributeValues: { ':attempts': attempts } }),
      }),
    );
    return true;
  } catch (error) {
    if (error instanceof ConditionalCheckFailedException) return false;
    throw error;
  }
}
