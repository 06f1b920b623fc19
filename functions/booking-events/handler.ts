import type { DynamoDBBatchResponse, DynamoDBStreamEvent } from 'aws-lambda';
import type { BookingItem } from '../../core/portable/booking.ts';
import { eachRecord } from '../shared/streamBatch.ts';
import { images } from '../shared/streamImages.ts';
import { publishChange } from './publishChange.ts';

/**
 * The outbox: what was written to the bookings table is told to subscribers, in the order of each booking's versions.
 * A record that comes again is told again; subscribers know a version they have.
 */
export function handler(event: DynamoDBStreamEvent): Promise<DynamoDBBatchResponse> {
  return eachRecord(event, async (record) => {
    const { after } = images<BookingItem>(record);
    if (after) await publishChange(after);
  });
}
