import { runtime } from '@aws-appsync/utils';
import { isoInstant } from '../../core/portable/days/instants.ts';
import { endEarly } from '../../core/portable/lifecycle/endEarly.ts';
import type { ChangeContext } from '../steps/changing/types.ts';
import { momentOf, requireState, write, wrote } from '../steps/changing/write.ts';

/** The guest has left; who leaves early gives the remaining nights back. */
export function request(ctx: ChangeContext) {
  if (ctx.stash.isDone) runtime.earlyReturn(null);
  const { booking, now, today } = momentOf(ctx);
  requireState('checkOut', booking, now);
  return write(ctx, endEarly(booking, 'CHECKED_OUT', { checked_out_at: isoInstant(now) }, today, now));
}

export function response(ctx: ChangeContext) {
  return wrote(ctx);
}
