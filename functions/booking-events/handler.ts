import type { DynamoDBBatchResponse, DynamoDBStreamEvent } from 'aws-lambda';
import type { BookingItem } from '../../core/portable/items/booking.ts';
import { eachRecord } from '../shared/batch/eachRecord.ts';
import { images } from '../shared/batch/streamImages.ts';
import { announce } from './announce.ts';
import { publishChange } from './publishChange.ts';

/**
 * The outbox: what was written to the bookings table is told to the topic and to subscribers, in the order of each
 * booking's versions. A record that comes again is told again: who gets it knows the version it has.
 */
export function handler(event: DynamoDBStreamEvent): Promise<DynamoDBBatchResponse> {
  return eachRecord(event, async (record) => {
    const { before, after } = images<BookingItem>(record);
    if (!after) return;
    await announce(before, after);
    await publishChange(after);
  });
}
