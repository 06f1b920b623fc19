import { type Context, type LambdaRequest } from '@aws-appsync/utils';
import type { QueryDeadLettersArgs } from '../generated/types.ts';
import { answerOf } from './lib/answer/askFunction.ts';
import { checkLength, checkRange } from './lib/input/checks.ts';

const DEFAULT = 20;
const MOST = 100;

export function request(ctx: Context<QueryDeadLettersArgs>): LambdaRequest {
  const queue = ctx.args.queue;
  const limit = ctx.args.limit ?? DEFAULT;
  checkLength('queue', queue, 200);
  checkRange('limit', limit, 1, MOST);
  return { operation: 'Invoke', payload: { action: 'list', queue, limit } };
}

export function response(ctx: Context<QueryDeadLettersArgs>) {
  return answerOf(ctx);
}
