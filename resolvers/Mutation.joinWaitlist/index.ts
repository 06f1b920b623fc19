import { waitlistEntry } from '../../core/portable/items/waitlist.ts';
import { begin } from '../steps/selling/begin.ts';
import type { SaleContext } from '../steps/selling/types.ts';

/** As a sale begins. Then `read`, which checks what a sale checks -> `join` -> `settle`. */
export function request(ctx: SaleContext) {
  return begin(ctx, 'WAITLISTED');
}

export function response(ctx: SaleContext) {
  return waitlistEntry(ctx.stash.booking);
}
