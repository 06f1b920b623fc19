import { runtime } from '@aws-appsync/utils';
import { type BookingItem, isRepeat } from '../../../core/portable/items/booking.ts';
import { fail } from '../../lib/answer/fail.ts';
import { getBooking } from '../../lib/tables/getBooking.ts';
import type { SaleContext } from './types.ts';

/** What is neither sold nor queued for certain by now is looked up: every answer may have been lost after it was done. */
export function request(ctx: SaleContext) {
  if (ctx.stash.isDone) runtime.earlyReturn(null);
  return getBooking(ctx.stash.bookingId);
}

/** Else the tables could not be read or written. */
export function response(ctx: SaleContext) {
  const existing: BookingItem | null = ctx.error ? null : ctx.result;
  if (!existing || !ctx.stash.booking) {
    fail(
      'BookingContention',
      'The tables cannot be reached just now. Send the same request again, with the same bookingId.',
    );
  }
  if (!isRepeat(existing!, ctx.stash.booking)) fail('IdempotencyConflict', 'This bookingId is already used.');
  ctx.stash.booking = existing!;
  return null;
}
