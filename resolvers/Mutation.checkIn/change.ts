import { runtime } from '@aws-appsync/utils';
import { isoInstant } from '../../core/portable/days/instants.ts';
import { becomes } from '../../core/portable/lifecycle/change.ts';
import { fail } from '../lib/answer/fail.ts';
import type { ChangeContext } from '../steps/changing/types.ts';
import { momentOf, requireState, write, wrote } from '../steps/changing/write.ts';

/** The guest is in the house; the units stay sold. */
export function request(ctx: ChangeContext) {
  if (ctx.stash.isDone) runtime.earlyReturn(null);
  const { booking, now, today } = momentOf(ctx);
  requireState('checkIn', booking, now);
  if (today < booking.arrival) fail('InvalidState', `The stay begins on ${booking.arrival}.`);
  if (today >= booking.departure) fail('InvalidState', `The stay ended on ${booking.departure}.`);
  return write(ctx, becomes(booking, 'CHECKED_IN', { checked_in_at: isoInstant(now) }, now));
}

export function response(ctx: ChangeContext) {
  return wrote(ctx);
}
