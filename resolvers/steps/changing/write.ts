import { type Context, type DynamoDBTransactWriteItemsRequest, util } from '@aws-appsync/utils';
import type { BookingItem } from '../../../core/portable/items/booking.ts';
import type { CalendarPage } from '../../../core/portable/items/calendarPage.ts';
import type { Change } from '../../../core/portable/lifecycle/change.ts';
import { changeWrites } from '../../../core/portable/lifecycle/changeWrites.ts';
import { commandRefusal } from '../../../core/portable/lifecycle/commandRefusal.ts';
import type { Command } from '../../../core/portable/lifecycle/transitions.ts';
import { fail, failIf } from '../../lib/answer/fail.ts';
import { failUnlessPassing } from '../../lib/answer/outcome.ts';
import { today } from '../../lib/input/checks.ts';
import { toTransactItem } from '../../lib/tables/changeItems.ts';
import type { ChangeStash } from './types.ts';

type Changing = Context<unknown, ChangeStash>;

/** What a change is decided by: the booking as it was read last, the instant, and the day where its property is. */
export function momentOf(ctx: Changing) {
  const { booking } = ctx.stash;
  return { booking, now: util.time.nowEpochMilliSeconds(), today: today(booking.time_zone) };
}

/** Ends the request where the command cannot be done to the booking now. */
export function requireState(command: Command, booking: BookingItem, now: number): void {
  failIf(commandRefusal(command, booking, now));
}

/** The transaction of a change; the booking's next version carries the request's token. */
export function write(ctx: Changing, change: Change): DynamoDBTransactWriteItemsRequest {
  const after: BookingItem = Object.assign({}, change.after, { change_token: ctx.stash.token });
  ctx.stash.change = Object.assign({}, change, { after });
  const writes = changeWrites(ctx.stash.change);
  return { operation: 'TransactWriteItems', transactItems: writes.map((each) => toTransactItem(ctx, each)) };
}

type Reason = { type: string; item?: unknown };

/**
 * Takes over what the transaction did. Where the booking is not as it was read any more the next attempt decides by what it
 * is; this request's own earlier attempt may have made it so.
 */
export function wrote(ctx: Changing): null {
  if (takeOver(ctx))
    fail('InvalidState', 'The calendar of these nights does not have the units of this booking any more.');
  return null;
}

/** The same for a change that takes units. @returns whether pages refused it, so that they were not as they were read */
export function takeOver(ctx: Changing): boolean {
  if (!ctx.error) {
    finish(ctx, ctx.stash.change.after);
    return false;
  }
  const reasons: Reason[] | null | undefined = ctx.result?.cancellationReasons;
  if (!reasons) {
    failUnlessPassing(ctx.error);
    return false;
  }
  const current = reasons[0].item as BookingItem | null | undefined;
  if (current) {
    decideBy(ctx, current);
    return false;
  }
  if (!reasons.some(({ item }) => item && (item as Partial<CalendarPage>).waiting)) {
    return reasons.some((reason) => reason.type === 'ConditionCheckFailed');
  }
  ctx.stash.isWaitedFor = true;
  ctx.stash.isDone = true;
  return false;
}

/** The booking is not as it was read: this request made it so, or the next attempt decides by it. */
export function decideBy(ctx: Changing, current: BookingItem): void {
  if (current.change_token === ctx.stash.token) finish(ctx, current);
  else ctx.stash.booking = current;
}

export function finish(ctx: Changing, booking: BookingItem): void {
  ctx.stash.booking = booking;
  ctx.stash.isDone = true;
}
