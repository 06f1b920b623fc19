import { type Context, type NONERequest, util } from '@aws-appsync/utils';
import type { Booking } from '../generated/types.ts';

type OfBooking = Context<unknown, Record<string, unknown>, undefined, Pick<Booking, 'holdExpiresAt'>>;

export function request(): NONERequest {
  return { payload: null };
}

/** Whole seconds until the hold runs out; 0 once it has, whether somebody has ended it yet or not. */
export function response(ctx: OfBooking): number | null {
  const { holdExpiresAt } = ctx.source!;
  if (!holdExpiresAt) return null;
  const left = util.time.parseISO8601ToEpochMilliSeconds(holdExpiresAt) - util.time.nowEpochMilliSeconds();
  return Math.max(0, Math.ceil(left / 1000));
}
