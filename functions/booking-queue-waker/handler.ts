import type { DynamoDBStreamEvent } from 'aws-lambda';
import type { BookingItem } from '../../core/portable/booking.ts';
import { images } from '../shared/batch/streamImages.ts';
import { wake } from '../shared/bookingQueue/wake.ts';
import { config } from './config.ts';
import { wakeUpsOf } from './wakeUpsOf.ts';

/**
 * The bookings stream, of which it gets those that came to stand in line: wakes who serves their lines. Should the
 * queue fail, the batch comes again as a whole; a line that is woken twice is found empty.
 */
export async function handler(event: DynamoDBStreamEvent): Promise<void> {
  const bookings = event.Records.flatMap((record) => images<BookingItem>(record).after ?? []);
  await wake(config.queueUrl, wakeUpsOf(bookings));
}
