import { type Context, type LambdaRequest } from '@aws-appsync/utils';
import { answerOf } from './lib/answer/askFunction.ts';

export function request(): LambdaRequest {
  return { operation: 'Invoke', payload: { action: 'queues' } };
}

export function response(ctx: Context) {
  return answerOf(ctx);
}
