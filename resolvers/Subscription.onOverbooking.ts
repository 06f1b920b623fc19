import { type Context, extensions, type NONERequest, util } from '@aws-appsync/utils';
import type { SubscriptionOnOverbookingArgs } from '../generated/types.ts';
import { callerOf, requireProperty } from './lib/input/caller.ts';
import { checkId } from './lib/input/checks.ts';

export function request(ctx: Context<SubscriptionOnOverbookingArgs>): NONERequest {
  const { propertyId } = ctx.args;
  if (typeof propertyId === 'string') {
    checkId('propertyId', propertyId);
    requireProperty(ctx, propertyId);
  } else if (callerOf(ctx).role !== 'operator') util.unauthorized();
  return { payload: null };
}

/**
 * AppSync matches the argument with the data, where one was given. A null that was sent would match no overbooking, so
 * those of all properties are filtered by what each of them has.
 */
export function response(ctx: Context<SubscriptionOnOverbookingArgs>) {
  if (typeof ctx.args.propertyId !== 'string') {
    extensions.setSubscriptionFilter(util.transform.toSubscriptionFilter({ propertyId: { ne: '' } }));
  }
  return null;
}
