import type { Context, NONERequest } from '@aws-appsync/utils';

/** A mutation that passes its input on to subscribers and keeps nothing. */
export function request(ctx: Context<{ input: unknown }>): NONERequest {
  return { payload: ctx.args.input };
}

export function response(ctx: Context) {
  return ctx.result;
}
