import { type Context, extensions, type NONERequest, util } from '@aws-appsync/utils';
import { callerOf } from './lib/input/caller.ts';

export function request(): NONERequest {
  return { payload: null };
}

/** The caller's own bookings and nobody else's. */
export function response(ctx: Context) {
  extensions.setSubscriptionFilter(util.transform.toSubscriptionFilter({ guestId: { eq: callerOf(ctx).id } }));
  return null;
}
