import { util } from '@aws-appsync/utils';
import { toBooking } from '../../core/portable/items/booking.ts';
import { checkBookingId, checkLength } from '../lib/input/checks.ts';
import type { CancelContext } from './types.ts';

/** Then `read` -> `cancel` (again after conflicts, throttles and unknown outcomes) -> `settle`. */
export function request(ctx: CancelContext) {
  checkBookingId('id', ctx.args.id);
  if (ctx.args.reason) checkLength('reason', ctx.args.reason, 500);
  ctx.stash.token = util.autoUlid();
  ctx.stash.isDone = false;
  return {};
}

export function response(ctx: CancelContext) {
  return toBooking(ctx.stash.booking, null);
}
