import { callerOf } from '../lib/input/caller.ts';
import { checkLength } from '../lib/input/checks.ts';
import { fail } from '../lib/answer/fail.ts';
import { begin, changed } from '../steps/changing/begin.ts';
import type { CancelContext } from './types.ts';

export function request(ctx: CancelContext) {
  const { reason, waiveFee } = ctx.args;
  if (reason) checkLength('reason', reason, 500);
  if (waiveFee && callerOf(ctx).role === 'guest') fail('InvalidInput', 'Only the property may waive the fee.');
  return begin(ctx, ctx.args.id);
}

export function response(ctx: CancelContext) {
  return changed(ctx);
}
