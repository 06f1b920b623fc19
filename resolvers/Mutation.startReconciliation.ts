import type { Context, LambdaRequest } from '@aws-appsync/utils';
import { fail, failUnavailable } from './lib/answer/fail.ts';

/** The schema lets operators in only. */
export function request(): LambdaRequest {
  return { operation: 'Invoke', payload: {} };
}

/** The function answers `{run}` or `{refusal: {type, message}}`. */
export function response(ctx: Context) {
  if (ctx.error) failUnavailable(ctx.error);
  if (ctx.result.refusal) fail(ctx.result.refusal.type, ctx.result.refusal.message);
  return ctx.result.run;
}
