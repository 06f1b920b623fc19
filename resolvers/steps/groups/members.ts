import { type DynamoDBBatchGetItemRequest, runtime, util } from '@aws-appsync/utils';
import type { BookingItem } from '../../../core/portable/items/booking.ts';
import { fail, failUnavailable } from '../../lib/answer/fail.ts';
import { type Caller, callerOf, sees } from '../../lib/input/caller.ts';
import { tables } from '../../lib/tables/dynamodb.ts';
import type { GroupContext } from './types.ts';

/** The bookings of the group that `read` has found, in its order. */
export function request(ctx: GroupContext): DynamoDBBatchGetItemRequest {
  const { group } = ctx.stash;
  if (!group) runtime.earlyReturn(null);
  const keys = group!.booking_ids.map((id) => util.dynamodb.toMapValues({ booking_id: id }));
  return { operation: 'BatchGetItem', tables: { [tables(ctx).bookings]: { keys, consistentRead: true } } };
}

/** Somebody else's group looks exactly like one that does not exist. */
export function response(ctx: GroupContext) {
  if (ctx.error) failUnavailable(ctx.error);
  const found: (BookingItem | null)[] = ctx.result.data[tables(ctx).bookings];
  const bookings = found.filter((booking) => booking !== null) as BookingItem[];
  if (bookings.length < found.length) fail('Unavailable', 'The group cannot be read just now. Try again in a moment.');
  ctx.stash.bookings = bookings;
  if (!seesAll(callerOf(ctx), bookings[0])) ctx.stash.group = null;
  return null;
}

/** A guest has what he booked: one who took a room of it over, that staff had booked, is nothing to the guests of the others. */
function seesAll(caller: Caller, first: BookingItem): boolean {
  return sees(caller, first) && (caller.role !== 'guest' || first.created_by === caller.id);
}
