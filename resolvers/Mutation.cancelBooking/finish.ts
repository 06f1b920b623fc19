import type { NONERequest } from '@aws-appsync/utils';
import { fail } from '../lib/fail.ts';
import type { CancelContext } from './types.ts';

export function request(): NONERequest {
  return { payload: null };
}

export function response(ctx: CancelContext) {
  if (!ctx.stash.isDone) {
    fail('BookingContention', 'Too many people are changing these nights. Send the same request again.');
  }
  return null;
}
