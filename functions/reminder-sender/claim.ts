import { ConditionalCheckFailedException } from '@aws-sdk/client-dynamodb';
import { PutCommand, UpdateCommand } from '@aws-sdk/lib-dynamodb';
import { claimItem, type Reminder, type ReminderItem, reminderKey } from '../../core/reminders/reminder.ts';
import { documents } from '../shared/dynamodb/documentClient.ts';
import { config } from './config.ts';

/** Longer than the function may run: whoever still has a claim is not at work twice. */
const CLAIM_MS = 30_000;

/**
 * Takes the sending of a reminder upon itself.
 * @returns false where it was sent already
 * @throws while somebody else has it: if that one fails, it is free again after a while
 */
export async function claim(reminder: Reminder, now: number): Promise<boolean> {
  try {
    await documents.send(
      new PutCommand({
        TableName: config.operationsTable,
        Item: claimItem(reminder, now + CLAIM_MS),
        ConditionExpression: 'attribute_not_exists(#pk) OR (#state = :claimed AND #until <= :now)',
        ExpressionAttributeNames: { '#pk': 'pk', '#state': 'state', '#until': 'claimed_until' },
        ExpressionAttributeValues: { ':claimed': 'CLAIMED' satisfies ReminderItem['state'], ':now': now },
        ReturnValuesOnConditionCheckFailure: 'ALL_OLD',
      }),
    );
    return true;
  } catch (error) {
    if (!(error instanceof ConditionalCheckFailedException)) throw error;
    if (error.Item?.state?.S === 'SENT') return false;
    throw new Error('Another is sending this reminder, or died doing so.', { cause: error });
  }
}

/** Nobody sends it from now on. */
export async function markSent(reminder: Reminder, now: number): Promise<void> {
  await documents.send(
    new UpdateCommand({
      TableName: config.operationsTable,
      Key: reminderKey(reminder),
      UpdateExpression: 'SET #state = :sent, #at = :at',
      ExpressionAttributeNames: { '#state': 'state', '#at': 'sent_at' },
      ExpressionAttributeValues: {
        ':sent': 'SENT' satisfies ReminderItem['state'],
        ':at': new Date(now).toISOString(),
      },
    }),
  );
}
