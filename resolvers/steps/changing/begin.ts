import { util } from '@aws-appsync/utils';
import { toBooking } from '../../../core/portable/items/booking.ts';
import { checkBookingId } from '../../lib/input/checks.ts';
import type { ChangeContext } from './types.ts';

/**
 * How every change of a booking begins. Then `read` -> the field's `change` (again after conflicts, throttles and unknown
 * outcomes) -> `settle`.
 */
export function begin(ctx: ChangeContext): Record<string, never> {
  checkBookingId('id', ctx.args.id);
  ctx.stash.token = util.autoUlid();
  ctx.stash.isDone = false;
  return {};
}

/** The booking as the change left it. */
export function changed(ctx: ChangeContext) {
  return toBooking(ctx.stash.booking, null);
}
