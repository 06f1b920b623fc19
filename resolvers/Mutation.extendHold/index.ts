import { LONGEST_HOLD_SECONDS } from '../../core/portable/lifecycle/hold.ts';
import { checkRange } from '../lib/input/checks.ts';
import { begin, changed } from '../steps/changing/begin.ts';
import type { ExtendContext } from './types.ts';

export function request(ctx: ExtendContext) {
  const { seconds } = ctx.args;
  if (typeof seconds === 'number') checkRange('seconds', seconds, 1, LONGEST_HOLD_SECONDS);
  return begin(ctx, ctx.args.id);
}

export function response(ctx: ExtendContext) {
  return changed(ctx);
}
