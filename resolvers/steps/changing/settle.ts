import { runtime } from '@aws-appsync/utils';
import type { BookingItem } from '../../../core/portable/items/booking.ts';
import { fail } from '../../lib/answer/fail.ts';
import { getBooking } from '../../lib/tables/getBooking.ts';
import type { ChangeContext } from './types.ts';

/** What is not done for certain by now is looked up: every answer may have been lost after it was done. */
export function request(ctx: ChangeContext) {
  if (ctx.stash.isDone) runtime.earlyReturn(null);
  return getBooking(ctx.stash.id);
}

export function response(ctx: ChangeContext) {
  const current: BookingItem | null = ctx.error ? null : ctx.result;
  if (!current || current.change_token !== ctx.stash.token) {
    fail('BookingContention', 'Too many people are changing these nights. Send the same request again.');
  }
  ctx.stash.booking = current!;
  return null;
}
