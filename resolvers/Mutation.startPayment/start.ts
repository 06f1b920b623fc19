import type { Context, LambdaRequest } from '@aws-appsync/utils';
import type { MutationStartPaymentArgs } from '../../generated/types.ts';
import { answerOf } from '../lib/answer/askFunction.ts';

export function request(ctx: Context<MutationStartPaymentArgs>): LambdaRequest {
  return { operation: 'Invoke', payload: { bookingId: ctx.args.id } };
}

export function response(ctx: Context<MutationStartPaymentArgs>) {
  return answerOf(ctx);
}
