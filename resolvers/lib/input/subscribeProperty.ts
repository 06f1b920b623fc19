import type { Context, NONERequest } from '@aws-appsync/utils';
import { requireProperty } from './caller.ts';
import { checkId } from './checks.ts';

/** A subscription to what happens at a property, for those who act for it. AppSync matches the argument with the data. */
export function request(ctx: Context<{ propertyId: string }>): NONERequest {
  checkId('propertyId', ctx.args.propertyId);
  requireProperty(ctx, ctx.args.propertyId);
  return { payload: null };
}

export function response() {
  return null;
}
