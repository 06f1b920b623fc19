import type { Context } from '@aws-appsync/utils';
import { fail, failUnavailable } from './fail.ts';

/** What a function answered: `{result}` or `{refusal: {type, message}}`; it throws only what nobody expects. */
export function answerOf(ctx: Context): unknown {
  if (ctx.error) failUnavailable(ctx.error);
  if (ctx.result.refusal) fail(ctx.result.refusal.type, ctx.result.refusal.message);
  return ctx.result.result;
}
