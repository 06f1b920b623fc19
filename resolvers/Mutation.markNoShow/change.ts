import { runtime } from '@aws-appsync/utils';
import { endEarly } from '../../core/portable/lifecycle/endEarly.ts';
import { fail } from '../lib/answer/fail.ts';
import type { ChangeContext } from '../steps/changing/types.ts';
import { momentOf, requireState, write, wrote } from '../steps/changing/write.ts';

/** The guest never came: the night of arrival stays sold, as it is paid for, and the later ones are free again. */
export function request(ctx: ChangeContext) {
  if (ctx.stash.isDone) runtime.earlyReturn(null);
  const { booking, now, today } = momentOf(ctx);
  requireState('markNoShow', booking, now);
  if (today < booking.arrival) fail('InvalidState', `The stay begins on ${booking.arrival}.`);
  return write(ctx, endEarly(booking, 'NO_SHOW', {}, today, now));
}

export function response(ctx: ChangeContext) {
  return wrote(ctx);
}
