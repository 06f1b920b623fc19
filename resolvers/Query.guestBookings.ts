import type { Context } from '@aws-appsync/utils';
import type { QueryGuestBookingsArgs } from '../generated/types.ts';
import { BY_GUEST, queryBookings, toConnection } from './lib/tables/bookingList.ts';
import { checkText } from './lib/input/checks.ts';

export function request(ctx: Context<QueryGuestBookingsArgs>) {
  checkText('guestId', ctx.args.guestId, 128);
  return queryBookings(BY_GUEST, ctx.args.guestId, ctx.args);
}

export function response(ctx: Context<QueryGuestBookingsArgs>) {
  return toConnection(ctx);
}
