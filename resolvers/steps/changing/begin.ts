import { type Context, util } from '@aws-appsync/utils';
import { toBooking } from '../../../core/portable/items/booking.ts';
import { checkBookingId } from '../../lib/input/checks.ts';
import type { ChangeStash } from './types.ts';

type Changing = Context<unknown, ChangeStash>;

/**
 * How every change of a booking begins. Then `read` -> the field's `change` (again after conflicts, throttles and unknown
 * outcomes) -> `free` (what somebody waits for, and what collided every time) -> `settle`.
 */
export function begin(ctx: Changing, id: string): Record<string, never> {
  checkBookingId('id', id);
  ctx.stash.id = id;
  ctx.stash.token = util.autoUlid();
  ctx.stash.isDone = false;
  ctx.stash.isWaitedFor = false;
  return {};
}

/** The booking as the change left it. */
export function changed(ctx: Changing) {
  return toBooking(ctx.stash.booking, null);
}
