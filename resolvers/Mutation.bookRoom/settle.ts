import { runtime } from '@aws-appsync/utils';
import { type BookingItem, isRepeat } from '../../core/portable/booking.ts';
import { fail } from '../lib/fail.ts';
import { getBooking } from '../lib/getBooking.ts';
import type { BookRoomContext } from './types.ts';

/** What is not sold for certain by now is looked up: every answer may have been lost after the sale was done. */
export function request(ctx: BookRoomContext) {
  if (ctx.stash.isDone) runtime.earlyReturn(null);
  return getBooking(ctx.stash.bookingId);
}

/** Else it collided with other buyers every time, or the tables could not be read. */
export function response(ctx: BookRoomContext) {
  const existing: BookingItem | null = ctx.error ? null : ctx.result;
  if (!existing || !ctx.stash.booking) {
    fail(
      'BookingContention',
      'Too many people are booking these nights. Send the same request again, with the same bookingId.',
    );
  }
  if (!isRepeat(existing!, ctx.stash.booking)) fail('IdempotencyConflict', 'This bookingId is already used.');
  ctx.stash.booking = existing!;
  return null;
}
