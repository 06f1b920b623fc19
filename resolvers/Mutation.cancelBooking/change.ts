import { runtime } from '@aws-appsync/utils';
import { cancel, cancelRefusal } from '../../core/portable/lifecycle/cancel.ts';
import { failIf } from '../lib/answer/fail.ts';
import { momentOf, write, wrote } from '../steps/changing/write.ts';
import type { CancelContext } from './types.ts';

/**
 * The booking is cancelled and every night given back, together: so it happens once, whoever asks. One that still stands
 * in line has taken nothing: it leaves the line, and whoever serves it passes it over.
 */
export function request(ctx: CancelContext) {
  if (ctx.stash.isDone) runtime.earlyReturn(null);
  const { booking, now, today } = momentOf(ctx);
  failIf(cancelRefusal(booking, today, now));
  const { reason, waiveFee } = ctx.args;
  return write(ctx, cancel(booking, { reason: reason ?? null, waiveFee: waiveFee ?? false }, today, now));
}

export function response(ctx: CancelContext) {
  return wrote(ctx);
}
