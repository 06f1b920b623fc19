import { type Context, type DynamoDBBatchGetItemRequest, util } from '@aws-appsync/utils';
import type { BookingItem } from '../../../core/portable/items/booking.ts';
import { fail, failUnavailable } from '../answer/fail.ts';
import { tables } from './dynamodb.ts';
import { hasUnread } from './hasUnread.ts';

/** A consistent read of up to 100 bookings. */
export function batchGetBookings(ctx: Context, ids: string[]): DynamoDBBatchGetItemRequest {
  const keys = ids.map((id) => util.dynamodb.toMapValues({ booking_id: id }));
  return { operation: 'BatchGetItem', tables: { [tables(ctx).bookings]: { keys, consistentRead: true } } };
}

/** Those of them that there are, in the order they were asked for. */
export function bookingsOf(ctx: Context): BookingItem[] {
  if (ctx.error) failUnavailable(ctx.error);
  if (hasUnread(ctx.result.unprocessedKeys)) {
    fail('Unavailable', 'The bookings cannot be read just now. Try again in a moment.');
  }
  const items: (BookingItem | null)[] = ctx.result.data[tables(ctx).bookings];
  return items.filter((item) => item !== null) as BookingItem[];
}
