import type { LambdaRequest } from '@aws-appsync/utils';
import { answerOf } from '../lib/answer/askFunction.ts';
import { fail } from '../lib/answer/fail.ts';
import type { CancelGroupContext } from './types.ts';

/** The function reads the bookings again, and cancels what it can. */
export function request(ctx: CancelGroupContext): LambdaRequest {
  const { group } = ctx.stash;
  if (!group) fail('NotFound', 'There is no such group.');
  const { reason, waiveFee } = ctx.args;
  const how = { reason: reason ?? null, waiveFee: waiveFee ?? false };
  return { operation: 'Invoke', payload: Object.assign({ action: 'cancel', group }, how) };
}

export function response(ctx: CancelGroupContext) {
  return answerOf(ctx);
}
