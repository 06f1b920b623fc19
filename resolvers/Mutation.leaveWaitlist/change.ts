import { runtime } from '@aws-appsync/utils';
import { endWaiting } from '../../core/portable/waitlist/endWaiting.ts';
import type { ChangeContext } from '../steps/changing/types.ts';
import { momentOf, requireState, write, wrote } from '../steps/changing/write.ts';

/** The guest waits no longer. The pages keep their mark until somebody looks who waits for them. */
export function request(ctx: ChangeContext) {
  if (ctx.stash.isDone) runtime.earlyReturn(null);
  const { booking, now } = momentOf(ctx);
  requireState('leave', booking, now);
  return write(ctx, endWaiting(booking, 'RELEASED', now));
}

export function response(ctx: ChangeContext) {
  return wrote(ctx);
}
