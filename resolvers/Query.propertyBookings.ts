import type { Context } from '@aws-appsync/utils';
import type { QueryPropertyBookingsArgs } from '../generated/types.ts';
import { BY_PROPERTY, queryBookings, toConnection } from './lib/tables/bookingList.ts';
import { requireProperty } from './lib/input/caller.ts';
import { checkId } from './lib/input/checks.ts';

export function request(ctx: Context<QueryPropertyBookingsArgs>) {
  checkId('propertyId', ctx.args.propertyId);
  requireProperty(ctx, ctx.args.propertyId);
  return queryBookings(BY_PROPERTY, ctx.args.propertyId, ctx.args);
}

export function response(ctx: Context<QueryPropertyBookingsArgs>) {
  return toConnection(ctx);
}
