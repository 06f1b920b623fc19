import { type DynamoDBTransactWriteItemsRequest, runtime, util } from '@aws-appsync/utils';
import type { BookingItem } from '../../../core/portable/items/booking.ts';
import { policyOf } from '../../../core/portable/items/bookingPolicy.ts';
import { holdAttributes } from '../../../core/portable/lifecycle/hold.ts';
import type { CalendarPage } from '../../../core/portable/items/calendarPage.ts';
import { isHot as isPageHot } from '../../../core/portable/sale/hot.ts';
import { departureGuard } from '../../../core/portable/sale/guards.ts';
import { takeUnits } from '../../../core/portable/sale/moveUnits.ts';
import { departureRefusal, pageRefusal } from '../../../core/portable/sale/refusal.ts';
import { pageKeyValues, tables, toCondition, toExpression } from '../../lib/tables/dynamodb.ts';
import { failIf } from '../../lib/answer/fail.ts';
import { attributesOf, IS_NEW, keyOf, newBooking } from './newBooking.ts';
import { freeClaim, loseClaim, putClaim } from './claims.ts';
import { type Reason, refusedBy } from './refusedBy.ts';
import { remainingAfter } from './remaining.ts';
import type { SaleContext } from './types.ts';

type TransactItems = DynamoDBTransactWriteItemsRequest['transactItems'];

/** The sale: the booking and every page of the stay in one conditional transaction. The booking comes first. */
export function request(ctx: SaleContext): DynamoDBTransactWriteItemsRequest {
  const { isDone, isRead, isHot, goal } = ctx.stash;
  if (isDone || !isRead || isHot) runtime.earlyReturn(null);
  const now = util.time.nowEpochMilliSeconds();
  const claim = freeClaim(ctx);
  const until = now + policyOf(ctx.stash.property).holdSeconds * 1000;
  const booking = goal === 'HELD' ? heldBooking(ctx, now, until, claim) : newBooking(ctx, now, 'CONFIRMED');
  ctx.stash.booking = booking;
  ctx.stash.remaining = remainingAfter(ctx.stash.pages, ctx.stash.stay, ctx.stash.units);
  const items: TransactItems = [];
  items.push(putBooking(ctx, booking));
  ctx.stash.pages.forEach((page, at) => items.push(takeFromPage(ctx, page, at, booking.created_at)));
  const guard = departureGuard(ctx.stash.stay);
  if (guard) {
    const { propertyId, roomTypeId } = ctx.args.input;
    items.push({
      table: tables(ctx).inventory,
      operation: 'ConditionCheck',
      key: pageKeyValues(propertyId, ctx.stash.stay.departureMonth, roomTypeId),
      condition: toCondition(guard),
    });
  }
  if (claim) items.push(putClaim(ctx, claim, until));
  return { operation: 'TransactWriteItems', transactItems: items };
}

function heldBooking(ctx: SaleContext, now: number, until: number, claim: string | null): BookingItem {
  const booking = newBooking(ctx, now, 'HELD');
  const seconds = policyOf(ctx.stash.property).holdSeconds;
  Object.assign(booking, holdAttributes(booking.booking_id, until, seconds, now));
  if (claim) booking.claim = claim;
  return booking;
}

function putBooking(ctx: SaleContext, booking: BookingItem): TransactItems[number] {
  return {
    table: tables(ctx).bookings,
    operation: 'PutItem',
    key: keyOf(booking),
    attributeValues: attributesOf(booking),
    condition: toCondition(IS_NEW),
  };
}

function takeFromPage(ctx: SaleContext, page: CalendarPage, at: number, now: string): TransactItems[number] {
  const { stay, units, roomType, goal } = ctx.stash;
  const part = stay.parts[at];
  const taken = goal === 'HELD' ? ('HELD' as const) : ('SOLD' as const);
  const take = takeUnits(page, part, stay, { units, oversellAllowance: roomType.oversell_allowance, taken }, now);
  return {
    table: tables(ctx).inventory,
    operation: 'UpdateItem',
    key: pageKeyValues(page.property_id, part.month, roomType.room_type_id),
    update: toExpression(take.update),
    condition: toCondition(take.condition),
  };
}

export function response(ctx: SaleContext) {
  const reasons = refusedBy(ctx);
  if (reasons) learn(ctx, reasons);
  return null;
}

function learnPage(ctx: SaleContext, at: number, page: CalendarPage): void {
  ctx.stash.pages[at] = page;
  if (isPageHot(page, util.time.nowEpochMilliSeconds())) ctx.stash.isHot = true;
}

/** Why the pages refused, without another read: each failed condition brought its item. */
function learn(ctx: SaleContext, reasons: Reason[]): void {
  const { stay, units, roomType } = ctx.stash;
  const wish = { units, oversellAllowance: roomType.oversell_allowance };
  stay.parts.forEach((part, at) => {
    const reason = reasons[at + 1];
    if (reason.type !== 'ConditionCheckFailed') return;
    const page = (reason.item ?? null) as CalendarPage | null;
    failIf(pageRefusal(page, part, stay, wish));
    // Only the rate moved, or units came back meanwhile: the next attempt sells by this page.
    if (page) learnPage(ctx, at, page);
  });
  const hasGuard = departureGuard(stay) !== null;
  const guard = hasGuard ? reasons[stay.parts.length + 1] : null;
  loseClaim(ctx, reasons[stay.parts.length + (hasGuard ? 2 : 1)]);
  if (guard && guard.type === 'ConditionCheckFailed') {
    failIf(departureRefusal((guard.item ?? null) as CalendarPage | null, stay));
  }
}
