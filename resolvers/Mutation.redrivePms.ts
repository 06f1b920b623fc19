import type { Context, LambdaRequest } from '@aws-appsync/utils';
import type { MutationRedrivePmsArgs } from '../generated/types.ts';
import { requireProperty } from './lib/input/caller.ts';
import { checkId } from './lib/input/checks.ts';
import { fail, failUnavailable } from './lib/answer/fail.ts';

export function request(ctx: Context<MutationRedrivePmsArgs>): LambdaRequest {
  const { propertyId } = ctx.args;
  checkId('propertyId', propertyId);
  requireProperty(ctx, propertyId);
  return { operation: 'Invoke', payload: { propertyId } };
}

/** The function answers `{pmsSync}` or `{refusal: {type, message}}`. */
export function response(ctx: Context<MutationRedrivePmsArgs>) {
  if (ctx.error) failUnavailable(ctx.error);
  if (ctx.result.refusal) fail(ctx.result.refusal.type, ctx.result.refusal.message);
  return ctx.result.pmsSync;
}
