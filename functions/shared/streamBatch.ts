import type { DynamoDBBatchResponse, DynamoDBRecord, DynamoDBStreamEvent } from 'aws-lambda';

/**
 * Handles the records of a stream batch: those of one item one after the other, different items at once. What fails is
 * reported, and Lambda sends again from the first failure on, so `handle` meets records more than once.
 * @param log gets each failure with its record's event id, never its contents
 */
export async function eachRecord(
  event: DynamoDBStreamEvent,
  handle: (record: DynamoDBRecord) => Promise<void>,
  log: (line: string) => void = console.error,
): Promise<DynamoDBBatchResponse> {
  const failed: string[] = [];
  const inOrder = async (records: DynamoDBRecord[]) => {
    for (const record of records) {
      try {
        await handle(record);
      } catch (error) {
        log(JSON.stringify({ level: 'ERROR', eventId: record.eventID, message: String(error) }));
        failed.push(record.dynamodb?.SequenceNumber ?? '');
        return;
      }
    }
  };
  const byItem = Map.groupBy(event.Records, (record) => JSON.stringify(record.dynamodb?.Keys));
  await Promise.all([...byItem.values()].map(inOrder));
  return { batchItemFailures: failed.map((itemIdentifier) => ({ itemIdentifier })) };
}
