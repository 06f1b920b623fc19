import { type Context, type LambdaRequest } from '@aws-appsync/utils';
import type { MutationRedriveDeadLettersArgs } from '../generated/types.ts';
import { answerOf } from './lib/answer/askFunction.ts';
import { checkLength, checkRange } from './lib/input/checks.ts';

const MOST = 100;

export function request(ctx: Context<MutationRedriveDeadLettersArgs>): LambdaRequest {
  const queue = ctx.args.queue;
  const ids = ctx.args.ids ?? null;
  checkLength('queue', queue, 200);
  if (ids) {
    checkRange('The number of ids', ids.length, 1, MOST);
    for (const id of ids) checkLength('ids', id, 100);
  }
  return { operation: 'Invoke', payload: { action: 'redrive', queue, ids } };
}

export function response(ctx: Context<MutationRedriveDeadLettersArgs>) {
  return answerOf(ctx);
}
