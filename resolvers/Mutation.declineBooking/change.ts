import { runtime } from '@aws-appsync/utils';
import { becomes } from '../../core/portable/lifecycle/change.ts';
import { momentOf, requireState, write, wrote } from '../steps/changing/write.ts';
import type { DeclineContext } from './types.ts';

/** The property says no: what was held is free again. */
export function request(ctx: DeclineContext) {
  if (ctx.stash.isDone) runtime.earlyReturn(null);
  const { booking, now } = momentOf(ctx);
  requireState('decline', booking, now);
  const message = ctx.args.reason ?? 'The property cannot take the booking.';
  return write(ctx, becomes(booking, 'DECLINED', { refusal_type: 'Declined', refusal_message: message }, now));
}

export function response(ctx: DeclineContext) {
  return wrote(ctx);
}
