import { type Context, type LambdaRequest, util } from '@aws-appsync/utils';
import type { BookGroupInput, MutationBookGroupArgs } from '../generated/types.ts';
import { answerOf } from './lib/answer/askFunction.ts';
import { fail } from './lib/answer/fail.ts';
import { callerOf, requireProperty } from './lib/input/caller.ts';
import { checkGroupRoom } from './lib/input/checkGroupRoom.ts';
import { checkGuest } from './lib/input/checkGuest.ts';
import { checkBookingId, checkId, checkRange, checkText } from './lib/input/checks.ts';

const MOST_ROOMS = 20;

function check(input: BookGroupInput): void {
  if (typeof input.groupId === 'string') checkBookingId('groupId', input.groupId);
  checkId('propertyId', input.propertyId);
  checkText('name', input.name, 200);
  checkGuest('contact', input.contact);
  checkRange('The number of rooms', input.rooms.length, 1, MOST_ROOMS);
  input.rooms.forEach((room, at) => checkGroupRoom(room, at + 1));
  if ((input.expectedTotal ?? 0) < 0) fail('InvalidInput', 'expectedTotal must not be negative.');
}

/** Who may do it, and with what; the function books. */
export function request(ctx: Context<MutationBookGroupArgs>): LambdaRequest {
  const { input } = ctx.args;
  check(input);
  const { id, role } = callerOf(ctx);
  if (role === 'staff') requireProperty(ctx, input.propertyId);
  const caller = { id, isGuest: role === 'guest' };
  const groupId = input.groupId ?? util.autoUlid();
  return { operation: 'Invoke', payload: { action: 'book', groupId, caller, input } };
}

export function response(ctx: Context<MutationBookGroupArgs>) {
  return answerOf(ctx);
}
