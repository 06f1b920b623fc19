import { checkCancelling } from '../lib/input/checkCancelling.ts';
import { begin, changed } from '../steps/changing/begin.ts';
import type { CancelContext } from './types.ts';

export function request(ctx: CancelContext) {
  checkCancelling(ctx);
  return begin(ctx, ctx.args.id);
}

export function response(ctx: CancelContext) {
  return changed(ctx);
}
