import { toBooking } from '../../core/portable/items/booking.ts';
import { fail } from '../lib/answer/fail.ts';
import { checkBookingId } from '../lib/input/checks.ts';
import type { ClaimContext } from './types.ts';

/** Then `find` (by a reference) -> `read` -> `claim` (again after conflicts and unknown outcomes) -> `settle`. */
export function request(ctx: ClaimContext) {
  const { id, propertyId, reference } = ctx.args;
  const byReference = !!propertyId && !!reference && !id;
  if (!byReference && (!id || propertyId || reference)) {
    fail('InvalidInput', 'Give either id, or propertyId and reference.');
  }
  if (id) checkBookingId('id', id);
  ctx.stash.ids = id ? [id] : [];
  ctx.stash.isDone = false;
  return {};
}

export function response(ctx: ClaimContext) {
  return toBooking(ctx.stash.booking, null);
}
