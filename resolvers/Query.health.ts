import { type Context, type LambdaRequest } from '@aws-appsync/utils';
import { answerOf } from './lib/answer/askFunction.ts';

export function request(): LambdaRequest {
  return { operation: 'Invoke', payload: { action: 'health' } };
}

export function response(ctx: Context) {
  return answerOf(ctx);
}
