import { type Context, type DynamoDBQueryRequest, util } from '@aws-appsync/utils';
import { type GuestMessageItem, toGuestMessage } from '../core/portable/items/guestMessage.ts';
import { messagesPartition } from '../core/portable/items/operations.ts';
import type { Booking } from '../generated/types.ts';
import { failUnavailable } from './lib/answer/fail.ts';

type OfBooking = Context<unknown, Record<string, unknown>, undefined, Pick<Booking, 'id'>>;

/** Whoever sees the booking sees its messages. */
export function request(ctx: OfBooking): DynamoDBQueryRequest {
  return {
    operation: 'Query',
    query: {
      expression: '#pk = :pk',
      expressionNames: { '#pk': 'pk' },
      expressionValues: util.dynamodb.toMapValues({ ':pk': messagesPartition(ctx.source!.id) }),
    },
  };
}

export function response(ctx: OfBooking) {
  if (ctx.error) failUnavailable(ctx.error);
  const items: GuestMessageItem[] = ctx.result.items;
  return items.map((item) => toGuestMessage(item));
}
