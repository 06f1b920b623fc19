import type { BookingItem } from '../../../core/portable/items/booking.ts';
import { callerOf, sees } from '../../lib/input/caller.ts';
import { fail, failUnavailable } from '../../lib/answer/fail.ts';
import { getBooking } from '../../lib/tables/getBooking.ts';
import type { ChangeContext } from './types.ts';

export function request(ctx: ChangeContext) {
  return getBooking(ctx.stash.id);
}

/** Somebody else's booking looks exactly like one that does not exist. */
export function response(ctx: ChangeContext) {
  if (ctx.error) failUnavailable(ctx.error);
  const booking: BookingItem | null = ctx.result;
  if (!booking || !sees(callerOf(ctx), booking)) fail('NotFound', 'There is no such booking.');
  ctx.stash.booking = booking!;
  return null;
}
