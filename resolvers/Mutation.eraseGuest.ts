import type { Context, LambdaRequest } from '@aws-appsync/utils';
import type { MutationEraseGuestArgs } from '../generated/types.ts';
import { fail } from './lib/answer/fail.ts';
import { answerOf } from './lib/answer/askFunction.ts';
import { checkLength, checkText } from './lib/input/checks.ts';

/** The schema lets operators in only. */
export function request(ctx: Context<MutationEraseGuestArgs>): LambdaRequest {
  const { guestId, email } = ctx.args;
  if (!guestId === !email) fail('InvalidInput', 'Give either guestId or email.');
  if (guestId) checkText('guestId', guestId, 128);
  if (email) checkLength('email', email, 254);
  return { operation: 'Invoke', payload: guestId ? { guestId } : { email } };
}

export function response(ctx: Context<MutationEraseGuestArgs>) {
  return answerOf(ctx);
}
