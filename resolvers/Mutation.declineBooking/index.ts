import { checkLength } from '../lib/input/checks.ts';
import { begin, changed } from '../steps/changing/begin.ts';
import type { DeclineContext } from './types.ts';

export function request(ctx: DeclineContext) {
  if (ctx.args.reason) checkLength('reason', ctx.args.reason, 500);
  return begin(ctx, ctx.args.id);
}

export function response(ctx: DeclineContext) {
  return changed(ctx);
}
