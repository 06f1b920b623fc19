import { runtime } from '@aws-appsync/utils';
import { BY_PROPERTY, queryBookings, toConnection } from '../lib/tables/bookingList.ts';
import type { ListContext } from './types.ts';

/** Where nobody is searched for: the property's bookings as its index has them. */
export function request(ctx: ListContext) {
  if (ctx.stash.reference || ctx.stash.beginning) runtime.earlyReturn(null);
  return queryBookings(BY_PROPERTY, ctx.args.propertyId, ctx.args);
}

export function response(ctx: ListContext) {
  ctx.stash.page = toConnection(ctx);
  return null;
}
