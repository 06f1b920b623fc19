import { type DynamoDBTransactWriteItemsRequest, runtime, util } from '@aws-appsync/utils';
import { type BookingItem, queueKey } from '../../../core/portable/items/booking.ts';
import { policyOf } from '../../../core/portable/items/bookingPolicy.ts';
import { tables, toCondition } from '../../lib/tables/dynamodb.ts';
import { claimedUntil, freeClaim, loseClaim, putClaim } from './claims.ts';
import { attributesOf, IS_NEW, keyOf, newBooking } from './newBooking.ts';
import { refusedBy } from './refusedBy.ts';
import type { SaleContext } from './types.ts';

/**
 * What others kept from being sold, what would only collide with the line, and every request stands in line now: at
 * today's rates, and with the total that the client insists on. The stream wakes who serves the line; nothing else is to
 * be done here.
 */
export function request(ctx: SaleContext): DynamoDBTransactWriteItemsRequest {
  if (ctx.stash.isDone || !ctx.stash.isRead) runtime.earlyReturn(null);
  const now = util.time.nowEpochMilliSeconds();
  const claim = freeClaim(ctx);
  ctx.stash.booking = queuedBooking(ctx, now, claim);
  const items: DynamoDBTransactWriteItemsRequest['transactItems'] = [];
  items.push({
    table: tables(ctx).bookings,
    operation: 'PutItem',
    key: keyOf(ctx.stash.booking),
    attributeValues: attributesOf(ctx.stash.booking),
    condition: toCondition(IS_NEW),
  });
  if (claim) items.push(putClaim(ctx, claim, claimedUntil(ctx, now)));
  return { operation: 'TransactWriteItems', transactItems: items };
}

function queuedBooking(ctx: SaleContext, now: number, claim: string | null): BookingItem {
  const { propertyId, roomTypeId, expectedTotal } = ctx.args.input;
  const { goal, arrivedAt, property } = ctx.stash;
  const booking = Object.assign(newBooking(ctx, now, 'QUEUED'), {
    expected_total: expectedTotal ?? null,
    queue_key: queueKey(propertyId, roomTypeId),
    // Two of one millisecond have an order too, and the client does not choose it.
    queued_at: `${arrivedAt}#${util.autoUlid()}`,
  });
  if (claim) booking.claim = claim;
  if (goal !== 'HELD' && goal !== 'REQUESTED') return booking;
  booking.goal = goal;
  if (goal === 'HELD') booking.hold_seconds = policyOf(property).holdSeconds;
  // The property's time begins with the request, however long the line is.
  else booking.hold_until = claimedUntil(ctx, now);
  return booking;
}

/** A failure may have been done, or an attempt to sell was done after all: `settle` looks it up. */
export function response(ctx: SaleContext) {
  const reasons = refusedBy(ctx);
  if (reasons) loseClaim(ctx, reasons[1]);
  return null;
}
