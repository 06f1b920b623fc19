import { runtime } from '@aws-appsync/utils';
import { extendedUntil, extendHold, extensionRefusal } from '../../core/portable/lifecycle/extendHold.ts';
import { failIf } from '../lib/answer/fail.ts';
import { momentOf, requireState, write, wrote } from '../steps/changing/write.ts';
import type { ExtendContext } from './types.ts';

/** The hold lasts longer; who extends it again and again comes to the bound. */
export function request(ctx: ExtendContext) {
  if (ctx.stash.isDone) runtime.earlyReturn(null);
  const { booking, now } = momentOf(ctx);
  requireState('extend', booking, now);
  const until = extendedUntil(booking, ctx.args.seconds ?? booking.hold_seconds ?? 0, now);
  failIf(extensionRefusal(booking, until));
  return write(ctx, extendHold(booking, until, now));
}

export function response(ctx: ExtendContext) {
  return wrote(ctx);
}
