import type { DynamoDBBatchResponse, DynamoDBRecord, DynamoDBStreamEvent } from 'aws-lambda';
import { logger } from '../logger.ts';
import { type DeadLetter, sendToDeadLetters } from './deadLetters.ts';
import { attempt, isPoison, reasonOf } from './poison.ts';

/**
 * Handles the records of a stream batch: those of one item one after the other, different items at once. What fails is
 * reported, and Lambda sends again from the first failure on, so `handle` meets records more than once. What is poison
 * goes to the dead letters with its reason, as an event of its own, and the records after it go on.
 */
export async function eachRecord(
  event: DynamoDBStreamEvent,
  handle: (record: DynamoDBRecord) => Promise<void>,
  bury: (letter: DeadLetter) => Promise<void> = sendToDeadLetters,
): Promise<DynamoDBBatchResponse> {
  const failed: string[] = [];
  const inOrder = async (records: DynamoDBRecord[]) => {
    for (const record of records) {
      try {
        await attempt(() => handle(record)).catch((error: unknown) => buryPoison(record, error, bury));
      } catch (error) {
        logger.error('record failed', { eventId: record.eventID, reason: reasonOf(error) });
        failed.push(record.dynamodb?.SequenceNumber ?? '');
        return;
      }
    }
  };
  const byItem = Map.groupBy(event.Records, (record) => JSON.stringify(record.dynamodb?.Keys));
  await Promise.all([...byItem.values()].map(inOrder));
  return { batchItemFailures: failed.map((itemIdentifier) => ({ itemIdentifier })) };
}

async function buryPoison(
  record: DynamoDBRecord,
  error: unknown,
  bury: (letter: DeadLetter) => Promise<void>,
): Promise<void> {
  if (!isPoison(error)) throw error;
  const reason = reasonOf(error);
  logger.error('record is poison', { eventId: record.eventID, reason });
  await bury({ source: record.eventSourceARN ?? '', body: JSON.stringify({ Records: [record] }), reason });
}
