import { checkLength } from '../lib/input/checks.ts';
import { begin, changed } from '../steps/changing/begin.ts';
import type { ConfirmContext } from './types.ts';

export function request(ctx: ConfirmContext) {
  if (ctx.args.paymentReference) checkLength('paymentReference', ctx.args.paymentReference, 200);
  return begin(ctx, ctx.args.id);
}

export function response(ctx: ConfirmContext) {
  return changed(ctx);
}
