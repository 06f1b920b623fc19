import { runtime } from '@aws-appsync/utils';
import { becomes } from '../../core/portable/lifecycle/change.ts';
import type { ChangeContext } from '../steps/changing/types.ts';
import { momentOf, requireState, write, wrote } from '../steps/changing/write.ts';

/** The hold is over, and its nights are free again. */
export function request(ctx: ChangeContext) {
  if (ctx.stash.isDone) runtime.earlyReturn(null);
  const { booking, now } = momentOf(ctx);
  requireState('release', booking, now);
  return write(ctx, becomes(booking, 'RELEASED', {}, now));
}

export function response(ctx: ChangeContext) {
  return wrote(ctx);
}
