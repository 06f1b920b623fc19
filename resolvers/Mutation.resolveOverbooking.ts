import type { Context, LambdaRequest } from '@aws-appsync/utils';
import type { MutationResolveOverbookingArgs } from '../generated/types.ts';
import { callerOf, requireProperty } from './lib/input/caller.ts';
import { checkBookingId, checkId } from './lib/input/checks.ts';
import { fail, failUnavailable } from './lib/answer/fail.ts';

/** Who may do it, and with what; the function looks whether it can be done. */
export function request(ctx: Context<MutationResolveOverbookingArgs>): LambdaRequest {
  const { id, action, bookingId, roomTypeId, propertyId } = ctx.args.input;
  const parts = id.split('#');
  if (parts.length !== 3) fail('InvalidInput', 'id must be that of an overbooking.');
  checkId('id', parts[0]);
  requireProperty(ctx, parts[0]);
  if (action !== 'ACCEPT') {
    checkBookingId('bookingId', bookingId ?? '');
    checkId('roomTypeId', roomTypeId ?? '');
  }
  if (action === 'WALK') checkId('propertyId', propertyId ?? '');
  return { operation: 'Invoke', payload: { input: ctx.args.input, callerId: callerOf(ctx).id } };
}

/** The function answers `{overbooking}` or `{refusal: {type, message}}`; it throws only what nobody expects. */
export function response(ctx: Context<MutationResolveOverbookingArgs>) {
  if (ctx.error) failUnavailable(ctx.error);
  if (ctx.result.refusal) fail(ctx.result.refusal.type, ctx.result.refusal.message);
  return ctx.result.overbooking;
}
