import type { DynamoDBBatchResponse, DynamoDBStreamEvent } from 'aws-lambda';
import { eachRecord } from '../shared/batch/eachRecord.ts';
import { wake } from '../shared/bookingQueue/wake.ts';
import { config } from './config.ts';
import { readJoined } from './readJoined.ts';
import { type Joined, wakeUpsOf } from './wakeUpsOf.ts';

/**
 * The bookings stream, of which it gets those that came to stand in line: wakes who serves their lines. Should the
 * queue fail, the batch comes again as a whole; a line that is woken twice is found empty.
 */
export async function handler(event: DynamoDBStreamEvent): Promise<DynamoDBBatchResponse> {
  const joined: Joined[] = [];
  const response = await eachRecord(event, async (record) => {
    joined.push(...readJoined(record));
  });
  await wake(config.queueUrl, wakeUpsOf(joined));
  return response;
}
