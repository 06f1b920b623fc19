import type { NONERequest } from '@aws-appsync/utils';
import { fail } from '../lib/fail.ts';
import type { BookRoomContext } from './types.ts';

export function request(): NONERequest {
  return { payload: null };
}

/** What is not sold by now collided with other buyers every time, or could not be read. */
export function response(ctx: BookRoomContext) {
  if (!ctx.stash.isDone) {
    fail(
      'BookingContention',
      'Too many people are booking these nights. Send the same request again, with the same bookingId.',
    );
  }
  return null;
}
