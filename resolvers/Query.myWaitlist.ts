import { type Context, type DynamoDBQueryRequest, util } from '@aws-appsync/utils';
import type { BookingItem } from '../core/portable/items/booking.ts';
import { waitlistEntry } from '../core/portable/items/waitlist.ts';
import type { QueryMyWaitlistArgs } from '../generated/types.ts';
import { failUnavailable } from './lib/answer/fail.ts';
import { callerOf } from './lib/input/caller.ts';
import { checkLimit } from './lib/input/paging.ts';

/** Of the caller's bookings those that wait or waited. */
export function request(ctx: Context<QueryMyWaitlistArgs>): DynamoDBQueryRequest {
  return {
    operation: 'Query',
    index: 'byGuest',
    query: {
      expression: '#g = :g',
      expressionNames: { '#g': 'guest_id' },
      expressionValues: util.dynamodb.toMapValues({ ':g': callerOf(ctx).id }),
    },
    filter: { expression: 'attribute_exists(#w)', expressionNames: { '#w': 'waitlisted_at' } },
    limit: checkLimit(ctx.args.limit),
    nextToken: ctx.args.nextToken ?? undefined,
  };
}

export function response(ctx: Context<QueryMyWaitlistArgs>) {
  if (ctx.error) failUnavailable(ctx.error);
  const items: BookingItem[] = ctx.result.items;
  return { items: items.map((item) => waitlistEntry(item)), nextToken: ctx.result.nextToken };
}
