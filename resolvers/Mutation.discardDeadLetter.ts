import { type Context, type LambdaRequest } from '@aws-appsync/utils';
import type { MutationDiscardDeadLetterArgs } from '../generated/types.ts';
import { answerOf } from './lib/answer/askFunction.ts';
import { checkLength } from './lib/input/checks.ts';

export function request(ctx: Context<MutationDiscardDeadLetterArgs>): LambdaRequest {
  const { queue, id } = ctx.args;
  checkLength('queue', queue, 200);
  checkLength('id', id, 100);
  return { operation: 'Invoke', payload: { action: 'discard', queue, id } };
}

export function response(ctx: Context<MutationDiscardDeadLetterArgs>) {
  return answerOf(ctx);
}
