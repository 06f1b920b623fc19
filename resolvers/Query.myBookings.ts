import type { Context } from '@aws-appsync/utils';
import type { QueryMyBookingsArgs } from '../generated/types.ts';
import { BY_GUEST, queryBookings, toConnection } from './lib/tables/bookingList.ts';
import { callerOf } from './lib/input/caller.ts';

export function request(ctx: Context<QueryMyBookingsArgs>) {
  return queryBookings(BY_GUEST, callerOf(ctx).id, ctx.args);
}

export function response(ctx: Context<QueryMyBookingsArgs>) {
  return toConnection(ctx);
}
