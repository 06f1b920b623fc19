import type { Context } from '@aws-appsync/utils';
import { type BookingItem, toBooking } from '../core/portable/items/booking.ts';
import type { QueryBookingArgs } from '../generated/types.ts';
import { callerOf, sees } from './lib/input/caller.ts';
import { checkBookingId } from './lib/input/checks.ts';
import { failUnavailable } from './lib/answer/fail.ts';
import { getBooking } from './lib/tables/getBooking.ts';

export function request(ctx: Context<QueryBookingArgs>) {
  checkBookingId('id', ctx.args.id);
  return getBooking(ctx.args.id);
}

/** Somebody else's booking looks exactly like one that does not exist. */
export function response(ctx: Context<QueryBookingArgs>) {
  if (ctx.error) failUnavailable(ctx.error);
  const item: BookingItem | null = ctx.result;
  return item && sees(callerOf(ctx), item) ? toBooking(item, null) : null;
}
