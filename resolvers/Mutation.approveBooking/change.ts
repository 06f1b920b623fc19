import { runtime } from '@aws-appsync/utils';
import { isoInstant } from '../../core/portable/days/instants.ts';
import { becomes } from '../../core/portable/lifecycle/change.ts';
import type { ChangeContext } from '../steps/changing/types.ts';
import { momentOf, requireState, write, wrote } from '../steps/changing/write.ts';

/** The property says yes: what was held is sold. */
export function request(ctx: ChangeContext) {
  if (ctx.stash.isDone) runtime.earlyReturn(null);
  const { booking, now } = momentOf(ctx);
  requireState('approve', booking, now);
  return write(ctx, becomes(booking, 'CONFIRMED', { confirmed_at: isoInstant(now) }, now));
}

export function response(ctx: ChangeContext) {
  return wrote(ctx);
}
