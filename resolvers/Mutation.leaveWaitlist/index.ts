import { waitlistEntry } from '../../core/portable/items/waitlist.ts';
import { begin } from '../steps/changing/begin.ts';
import type { ChangeContext } from '../steps/changing/types.ts';

export function request(ctx: ChangeContext) {
  return begin(ctx, ctx.args.id);
}

export function response(ctx: ChangeContext) {
  return waitlistEntry(ctx.stash.booking);
}
