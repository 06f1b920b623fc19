import type { Context } from '@aws-appsync/utils';
import type { QueryGuestBookingsArgs } from '../generated/types.ts';
import { BY_GUEST, queryBookings, toConnection } from './lib/bookingList.ts';
import { checkText } from './lib/checks.ts';

export function request(ctx: Context<QueryGuestBookingsArgs>) {
  checkText('guestId', ctx.args.guestId, 128);
  return queryBookings(BY_GUEST, ctx.args.guestId, ctx.args);
}

export function response(ctx: Context<QueryGuestBookingsArgs>) {
  return toConnection(ctx);
}
