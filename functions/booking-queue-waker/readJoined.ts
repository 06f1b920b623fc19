import type { DynamoDBRecord } from 'aws-lambda';
import type { BookingItem } from '../../core/portable/items/booking.ts';
import { PoisonError } from '../shared/batch/poison.ts';
import { images } from '../shared/batch/streamImages.ts';
import type { Joined } from './wakeUpsOf.ts';

/** Source: SQS developer guide, "Amazon SQS message quotas": a group's id is 1 to 128 ASCII letters, digits and punctuation marks. */
const GROUP = /^[!-~]{1,128}$/;

/** The booking that joined a line; nothing for one that stands in none. @throws {PoisonError} where no queue has such a line */
export function readJoined(record: DynamoDBRecord): Joined[] {
  const { after } = images<BookingItem>(record);
  if (!after?.queue_key) return [];
  if (!GROUP.test(after.queue_key)) throw new PoisonError('The queue takes no line of that name.');
  return [{ booking_id: after.booking_id, queue_key: after.queue_key }];
}
