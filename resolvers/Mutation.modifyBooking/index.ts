import type { ModifyBookingInput } from '../../generated/types.ts';
import { fail } from '../lib/answer/fail.ts';
import { checkGuest } from '../lib/input/checkGuest.ts';
import { checkDay, checkId, checkRange, MOST_UNITS } from '../lib/input/checks.ts';
import { begin, changed } from '../steps/changing/begin.ts';
import type { ModifyContext } from './types.ts';

/** Then `read` -> `terms` -> `change` (again after conflicts; after another's change by fresh terms) -> `settle`. */
export function request(ctx: ModifyContext) {
  check(ctx.args.input);
  ctx.stash.readFor = -1;
  return begin(ctx, ctx.args.input.id);
}

function check(input: ModifyBookingInput): void {
  if (input.arrival) checkDay('arrival', input.arrival);
  if (input.departure) checkDay('departure', input.departure);
  if (input.roomTypeId) checkId('roomTypeId', input.roomTypeId);
  checkRange('units', input.units ?? 1, 1, MOST_UNITS);
  checkRange('adults', input.adults ?? 1, 1, 50);
  checkRange('children', input.children ?? 0, 0, 50);
  if ((input.expectedTotal ?? 0) < 0) fail('InvalidInput', 'expectedTotal must not be negative.');
  if (input.guest) checkGuest('guest', input.guest);
}

export function response(ctx: ModifyContext) {
  return changed(ctx);
}
