import { runtime } from '@aws-appsync/utils';
import { isoInstant } from '../../core/portable/days/instants.ts';
import { cancellationFee } from '../../core/portable/lifecycle/cancellationFee.ts';
import { becomes } from '../../core/portable/lifecycle/change.ts';
import { fail } from '../lib/answer/fail.ts';
import { momentOf, requireState, write, wrote } from '../steps/changing/write.ts';
import type { CancelContext } from './types.ts';

/**
 * The booking is cancelled and every night given back, together: so it happens once, whoever asks. One that still stands
 * in line has taken nothing: it leaves the line, and whoever serves it passes it over.
 */
export function request(ctx: CancelContext) {
  if (ctx.stash.isDone) runtime.earlyReturn(null);
  const { booking, now, today } = momentOf(ctx);
  requireState('cancel', booking, now);
  if (booking.departure <= today) fail('InvalidState', 'The stay is over and cannot be cancelled.');
  const { reason, waiveFee } = ctx.args;
  const cancel_fee = waiveFee ? 0 : cancellationFee(booking, today);
  const changes = { cancelled_at: isoInstant(now), cancel_reason: reason ?? null, cancel_fee };
  return write(ctx, becomes(booking, 'CANCELLED', changes, now));
}

export function response(ctx: CancelContext) {
  return wrote(ctx);
}
