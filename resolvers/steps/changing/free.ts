import { type Context, type LambdaRequest, runtime } from '@aws-appsync/utils';
import type { FreeStockAnswer } from '../../../core/portable/waitlist/freeStock.ts';
import { fail } from '../../lib/answer/fail.ts';
import { failUnlessPassing } from '../../lib/answer/outcome.ts';
import type { ChangeStash } from './types.ts';
import { decideBy, finish } from './write.ts';

type Changing = Context<unknown, ChangeStash & { readFor?: number | null }>;

/**
 * Has a function write the change: what it gives back goes to those who wait for it, in the same transaction. And what others
 * kept from being written every time: a function can wait between its tries.
 */
export function request(ctx: Changing): LambdaRequest {
  const { isDone, isWaitedFor, change } = ctx.stash;
  if (!change || (isDone && !isWaitedFor)) runtime.earlyReturn(null);
  return { operation: 'Invoke', payload: { change } };
}

/** Where it was not written the next attempt decides anew; an answer that was lost is looked up by `settle`. */
export function response(ctx: Changing) {
  ctx.stash.isWaitedFor = false;
  ctx.stash.isDone = false;
  if (ctx.error) {
    failUnlessPassing(ctx.error);
    return null;
  }
  const { outcome, current }: FreeStockAnswer = ctx.result;
  if (outcome === 'done') finish(ctx, ctx.stash.change.after);
  if (current) decideBy(ctx, current);
  if (outcome !== 'refused') return null;
  if (typeof ctx.stash.readFor !== 'number') {
    fail('InvalidState', 'The calendar of these nights does not have the units of this booking any more.');
  }
  // It takes units as well, which are gone: fresh terms tell why.
  ctx.stash.readFor = -1;
  return null;
}
