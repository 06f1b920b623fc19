import { type DynamoDBTransactWriteItemsRequest, runtime, util } from '@aws-appsync/utils';
import type { BookingItem } from '../../core/portable/items/booking.ts';
import { parseDay } from '../../core/portable/days/dates.ts';
import { giveUnits } from '../../core/portable/sale/moveUnits.ts';
import { type MonthPart, monthParts } from '../../core/portable/sale/stay.ts';
import { pageKeyValues, tables, toCondition, toExpression } from '../lib/tables/dynamodb.ts';
import { fail } from '../lib/answer/fail.ts';
import { failUnlessPassing } from '../lib/answer/outcome.ts';
import { checkCancellable } from './cancellable.ts';
import type { CancelContext } from './types.ts';

type TransactItem = DynamoDBTransactWriteItemsRequest['transactItems'][number];

/**
 * The booking leaves CONFIRMED and every night is given back, together: so it happens once, whoever asks. One that
 * still stands in line has taken nothing: it leaves the line, and whoever serves it passes it over.
 */
export function request(ctx: CancelContext): DynamoDBTransactWriteItemsRequest {
  if (ctx.stash.isDone) runtime.earlyReturn(null);
  const now = util.time.nowISO8601();
  ctx.stash.now = now;
  const booking = ctx.stash.booking;
  const isWaiting = booking.status === 'QUEUED';
  const parts = isWaiting ? [] : monthParts(parseDay(booking.arrival)!, parseDay(booking.departure)!);
  return {
    operation: 'TransactWriteItems',
    transactItems: [updateBooking(ctx, now), ...parts.map((part) => giveToPage(ctx, part, now))],
  };
}

function updateBooking(ctx: CancelContext, now: string): TransactItem {
  const { reason } = ctx.args;
  const { booking_id, status, version } = ctx.stash.booking;
  const values: Record<string, unknown> = {
    ':cancelled': 'CANCELLED',
    ':one': 1,
    ':now': now,
    ':token': ctx.stash.token,
  };
  const names: Record<string, string> = {
    '#status': 'status',
    '#version': 'version',
    '#updated': 'updated_at',
    '#at': 'cancelled_at',
    '#token': 'cancel_token',
    '#line': 'queue_key',
    '#place': 'queued_at',
  };
  const sets = ['#status = :cancelled, #version = #version + :one, #updated = :now, #at = :now, #token = :token'];
  if (reason) {
    sets.push('#reason = :reason');
    names['#reason'] = 'cancel_reason';
    values[':reason'] = reason;
  }
  return {
    table: tables(ctx).bookings,
    operation: 'UpdateItem',
    key: util.dynamodb.toMapValues({ booking_id }),
    update: toExpression({ expression: `SET ${sets.join(', ')} REMOVE #line, #place`, names, values }),
    // The version guards the nights given back: they are those of the booking as it was read.
    condition: toCondition({
      expression: '#is = :was AND #read = :read',
      names: { '#is': 'status', '#read': 'version' },
      values: { ':was': status, ':read': version },
    }),
  };
}

function giveToPage(ctx: CancelContext, part: MonthPart, now: string): TransactItem {
  const { property_id, room_type_id, units } = ctx.stash.booking;
  const give = giveUnits(part, units, now);
  return {
    table: tables(ctx).inventory,
    operation: 'UpdateItem',
    key: pageKeyValues(property_id, part.month, room_type_id),
    update: toExpression(give.update),
    condition: toCondition(give.condition),
  };
}

type Reason = { type: string; item?: unknown };

export function response(ctx: CancelContext) {
  if (!ctx.error) {
    finish(ctx, cancelled(ctx));
    return null;
  }
  const reasons: Reason[] | null | undefined = ctx.result?.cancellationReasons;
  if (!reasons) {
    failUnlessPassing(ctx.error);
    return null;
  }
  const current = reasons[0].item as BookingItem | null | undefined;
  if (current) changed(ctx, current);
  else if (reasons.some((reason) => reason.type === 'ConditionCheckFailed')) {
    fail('InvalidState', 'The calendar of these nights is no longer kept.');
  }
  return null;
}

/** What the transaction made of the booking. */
function cancelled(ctx: CancelContext): BookingItem {
  const { booking, now } = ctx.stash;
  return Object.assign({}, booking, {
    status: 'CANCELLED' as const,
    version: booking.version + 1,
    cancelled_at: now,
    updated_at: now,
    cancel_reason: ctx.args.reason ?? null,
  });
}

function finish(ctx: CancelContext, booking: BookingItem): void {
  ctx.stash.booking = booking;
  ctx.stash.isDone = true;
}

/** The booking is not as it was read: by this request's own earlier attempt, or by somebody else. */
function changed(ctx: CancelContext, current: BookingItem): void {
  if (current.cancel_token === ctx.stash.token) return finish(ctx, current);
  checkCancellable(current);
  ctx.stash.booking = current;
}
