import { util } from '@aws-appsync/utils';
import { toBooking } from '../../../core/portable/items/booking.ts';
import type { BookRoomInput } from '../../../generated/types.ts';
import { fail } from '../../lib/answer/fail.ts';
import { callerOf, requireProperty } from '../../lib/input/caller.ts';
import { checkGuest } from '../../lib/input/checkGuest.ts';
import { checkBookingId, checkId, checkRange, checkStay, MOST_UNITS } from '../../lib/input/checks.ts';
import type { Goal } from '../../../core/portable/sale/modeRefusal.ts';
import type { SaleContext } from './types.ts';

/**
 * How every sale begins: checks the input and plans the stay. Then `read` (twice, where the first was throttled) -> `sell`
 * (again after conflicts, throttles and unknown outcomes, always with the same booking id; not at all where others stand
 * in line) -> `mark` (who collided every time) -> `enqueue` (what was not sold) -> `settle`.
 */
export function begin(ctx: SaleContext, goal: Goal): Record<string, never> {
  const input = ctx.args.input;
  check(input);
  if (callerOf(ctx).role === 'staff') requireProperty(ctx, input.propertyId);
  ctx.stash.goal = goal;
  ctx.stash.stay = checkStay(input.arrival, input.departure);
  ctx.stash.units = input.units ?? 1;
  ctx.stash.adults = input.adults ?? 1;
  ctx.stash.children = input.children ?? 0;
  ctx.stash.bookingId = input.bookingId ?? util.autoUlid();
  ctx.stash.arrivedAt = util.time.nowISO8601();
  ctx.stash.claims = [];
  ctx.stash.isRead = false;
  ctx.stash.isHot = false;
  ctx.stash.isDone = false;
  return {};
}

function check(input: BookRoomInput): void {
  if (typeof input.bookingId === 'string') checkBookingId('bookingId', input.bookingId);
  checkId('propertyId', input.propertyId);
  checkId('roomTypeId', input.roomTypeId);
  checkRange('units', input.units ?? 1, 1, MOST_UNITS);
  checkRange('adults', input.adults ?? 1, 1, 50);
  checkRange('children', input.children ?? 0, 0, 50);
  if ((input.expectedTotal ?? 0) < 0) fail('InvalidInput', 'expectedTotal must not be negative.');
  checkGuest('guest', input.guest);
}

/** The booking as the sale made it. */
export function sold(ctx: SaleContext) {
  const { booking, remaining } = ctx.stash;
  return toBooking(booking, booking.status === 'QUEUED' ? null : (remaining ?? null));
}
