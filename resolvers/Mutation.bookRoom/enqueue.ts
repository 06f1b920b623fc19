import { type DynamoDBPutItemRequest, runtime, util } from '@aws-appsync/utils';
import { queueKey } from '../../core/portable/items/booking.ts';
import { toExpression } from '../lib/tables/dynamodb.ts';
import { failUnlessPassing } from '../lib/answer/outcome.ts';
import { attributesOf, IS_NEW, keyOf, newBooking } from './newBooking.ts';
import type { BookRoomContext } from './types.ts';

/**
 * What others kept from being sold, and what would only collide with the line, stands in line now: at today's rates, and
 * with the total that the client insists on. The stream wakes who serves the line; nothing else is to be done here.
 */
export function request(ctx: BookRoomContext): DynamoDBPutItemRequest {
  if (ctx.stash.isDone || !ctx.stash.isRead) runtime.earlyReturn(null);
  const { propertyId, roomTypeId, expectedTotal } = ctx.args.input;
  const booking = Object.assign(newBooking(ctx, util.time.nowISO8601(), 'QUEUED'), {
    expected_total: expectedTotal ?? null,
    queue_key: queueKey(propertyId, roomTypeId),
    // Two of one millisecond have an order too, and the client does not choose it.
    queued_at: `${ctx.stash.arrivedAt}#${util.autoUlid()}`,
  });
  ctx.stash.booking = booking;
  return {
    operation: 'PutItem',
    key: keyOf(booking),
    attributeValues: attributesOf(booking),
    condition: toExpression(IS_NEW),
  };
}

/** A failure may have been done, or an attempt to sell was done after all: `settle` looks it up. */
export function response(ctx: BookRoomContext) {
  if (ctx.error) failUnlessPassing(ctx.error);
  else ctx.stash.isDone = true;
  return null;
}
