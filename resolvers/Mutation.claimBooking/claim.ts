import { type DynamoDBUpdateItemRequest, runtime, util } from '@aws-appsync/utils';
import type { BookingItem } from '../../core/portable/items/booking.ts';
import { failUnlessPassing } from '../lib/answer/outcome.ts';
import { callerOf } from '../lib/input/caller.ts';
import { toExpression } from '../lib/tables/dynamodb.ts';
import { failNotFound, isClaimable, isOwn } from './claimable.ts';
import type { ClaimContext } from './types.ts';

/**
 * The booking becomes the caller's, if nobody has it and it is as it was read: the address, too, may have changed. It takes
 * no token to tell this request's own earlier attempt: whose the booking then is says as much.
 */
export function request(ctx: ClaimContext): DynamoDBUpdateItemRequest {
  if (ctx.stash.isDone) runtime.earlyReturn(null);
  const { booking_id, version } = ctx.stash.booking;
  return {
    operation: 'UpdateItem',
    key: util.dynamodb.toMapValues({ booking_id }),
    update: toExpression({
      expression: 'SET #guest = :caller, #version = #version + :one, #updated = :now REMOVE #token',
      names: { '#guest': 'guest_id', '#version': 'version', '#updated': 'updated_at', '#token': 'change_token' },
      values: { ':caller': callerOf(ctx).id, ':one': 1, ':now': util.time.nowISO8601() },
    }),
    condition: toExpression({
      expression: 'attribute_not_exists(#owner) AND #read = :read',
      names: { '#owner': 'guest_id', '#read': 'version' },
      values: { ':read': version },
    }),
  };
}

/** A condition that fails brings the booking as it is now. */
export function response(ctx: ClaimContext) {
  const current = ctx.result as BookingItem | null | undefined;
  if (ctx.error && !current) failUnlessPassing(ctx.error);
  else settle(ctx, current!);
  return null;
}

function settle(ctx: ClaimContext, current: BookingItem): void {
  if (!isOwn(ctx, current) && !isClaimable(ctx, current)) failNotFound();
  ctx.stash.booking = current;
  ctx.stash.isDone = isOwn(ctx, current);
}
