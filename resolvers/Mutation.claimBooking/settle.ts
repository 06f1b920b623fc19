import { runtime } from '@aws-appsync/utils';
import type { BookingItem } from '../../core/portable/items/booking.ts';
import { fail } from '../lib/answer/fail.ts';
import { getBooking } from '../lib/tables/getBooking.ts';
import { isOwn } from './claimable.ts';
import type { ClaimContext } from './types.ts';

/** What is not claimed for certain by now is looked up: every answer may have been lost after it was done. */
export function request(ctx: ClaimContext) {
  if (ctx.stash.isDone) runtime.earlyReturn(null);
  return getBooking(ctx.stash.booking.booking_id);
}

export function response(ctx: ClaimContext) {
  const current: BookingItem | null = ctx.error ? null : ctx.result;
  if (!current || !isOwn(ctx, current)) {
    fail('BookingContention', 'The booking is being changed by others. Send the same request again.');
  }
  ctx.stash.booking = current!;
  return null;
}
