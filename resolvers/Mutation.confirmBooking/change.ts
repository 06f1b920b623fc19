import { runtime } from '@aws-appsync/utils';
import { isoInstant } from '../../core/portable/days/instants.ts';
import { becomes } from '../../core/portable/lifecycle/change.ts';
import { paymentRefusal } from '../../core/portable/lifecycle/paymentRefusal.ts';
import { failIf } from '../lib/answer/fail.ts';
import { callerOf } from '../lib/input/caller.ts';
import { momentOf, requireState, write, wrote } from '../steps/changing/write.ts';
import type { ConfirmContext } from './types.ts';

/** What was held is sold. The same again answers the booking as it is: a client that got no answer asks twice. */
export function request(ctx: ConfirmContext) {
  if (ctx.stash.isDone) runtime.earlyReturn(null);
  const { booking, now } = momentOf(ctx);
  failIf(paymentRefusal(booking, ctx.args.paymentReference, callerOf(ctx).role === 'guest'));
  if (booking.status === 'CONFIRMED' && booking.confirmed_at) {
    ctx.stash.isDone = true;
    runtime.earlyReturn(null);
  }
  requireState('confirm', booking, now);
  return write(ctx, becomes(booking, 'CONFIRMED', { confirmed_at: isoInstant(now) }, now));
}

export function response(ctx: ConfirmContext) {
  return wrote(ctx);
}
