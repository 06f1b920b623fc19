import { checkCancelling } from '../lib/input/checkCancelling.ts';
import { checkBookingId } from '../lib/input/checks.ts';
import type { CancelGroupContext } from './types.ts';

/** Then `read` -> `members`, which know who may -> `cancel`. */
export function request(ctx: CancelGroupContext) {
  checkBookingId('id', ctx.args.id);
  checkCancelling(ctx);
  return {};
}

export function response(ctx: CancelGroupContext) {
  return ctx.prev.result;
}
