import { type DynamoDBTransactWriteItemsRequest, runtime, util } from '@aws-appsync/utils';
import { dayNumber, parseDay } from '../../core/portable/days/dates.ts';
import type { BookingItem } from '../../core/portable/items/booking.ts';
import type { CalendarPage } from '../../core/portable/items/calendarPage.ts';
import { waitlistItem } from '../../core/portable/items/waitlist.ts';
import type { Expression } from '../../core/portable/sale/expressions.ts';
import { joinRefusal, markWaiting } from '../../core/portable/waitlist/join.ts';
import { failIf } from '../lib/answer/fail.ts';
import { pageKeyValues, tables, toCondition, toExpression } from '../lib/tables/dynamodb.ts';
import { attributesWithout } from '../lib/tables/items.ts';
import { freeClaim, loseClaim, putClaim } from '../steps/selling/claims.ts';
import { attributesOf, IS_NEW, keyOf, newBooking } from '../steps/selling/newBooking.ts';
import { type Reason, refusedBy } from '../steps/selling/refusedBy.ts';
import type { SaleContext } from '../steps/selling/types.ts';

type TransactItems = DynamoDBTransactWriteItemsRequest['transactItems'];

const NO_PLACE: Expression = { expression: 'attribute_not_exists(#sk)', names: { '#sk': 'sk' }, values: {} };
/** The day of arrival is over everywhere. */
const OVER_DAYS = 2;

/** The booking, then the pages that it waits for, its place in line, and the guest's claim. */
export function request(ctx: SaleContext): DynamoDBTransactWriteItemsRequest {
  const { isDone, isRead, pages, stay, arrivedAt } = ctx.stash;
  if (isDone || !isRead) runtime.earlyReturn(null);
  // Pages that refused came with what they have now. The restrictions of the day of departure were read once.
  failIf(joinRefusal(pages, null, stay, wishOf(ctx)));
  const claim = freeClaim(ctx);
  const now = util.time.nowEpochMilliSeconds();
  const booking = newBooking(ctx, now, 'WAITLISTED');
  booking.waitlisted_at = arrivedAt;
  if (claim) booking.claim = claim;
  ctx.stash.booking = booking;
  const items: TransactItems = [];
  items.push({
    table: tables(ctx).bookings,
    operation: 'PutItem',
    key: keyOf(booking),
    attributeValues: attributesOf(booking),
    condition: toCondition(IS_NEW),
  });
  pages.forEach((page, at) => items.push(markPage(ctx, page, at, now)));
  items.push(putPlace(ctx, booking));
  const until = (dayNumber(parseDay(booking.arrival)!) + OVER_DAYS) * 86400000;
  if (claim) items.push(putClaim(ctx, claim, until));
  return { operation: 'TransactWriteItems', transactItems: items };
}

function wishOf(ctx: SaleContext) {
  return { units: ctx.stash.units, oversellAllowance: ctx.stash.roomType.oversell_allowance };
}

function markPage(ctx: SaleContext, page: CalendarPage, at: number, now: number): TransactItems[number] {
  const part = ctx.stash.stay.parts[at];
  const { update, condition } = markWaiting(page, part, wishOf(ctx), now, ctx.stash.booking.updated_at);
  return {
    table: tables(ctx).inventory,
    operation: 'UpdateItem',
    key: pageKeyValues(page.property_id, part.month, ctx.stash.roomType.room_type_id),
    update: toExpression(update),
    condition: toCondition(condition),
  };
}

function putPlace(ctx: SaleContext, booking: BookingItem): TransactItems[number] {
  const item = waitlistItem(booking);
  return {
    table: tables(ctx).operations,
    operation: 'PutItem',
    key: util.dynamodb.toMapValues({ pk: item.pk, sk: item.sk }),
    attributeValues: attributesWithout(item, ['pk', 'sk']),
    condition: toCondition(NO_PLACE),
  };
}

export function response(ctx: SaleContext) {
  const reasons = refusedBy(ctx);
  if (reasons) learn(ctx, reasons);
  return null;
}

/** Units came free meanwhile, or the guest's claim went to another request: the next attempt decides by it. */
function learn(ctx: SaleContext, reasons: Reason[]): void {
  const { length } = ctx.stash.pages;
  ctx.stash.pages = ctx.stash.pages.map(
    (page, at) => (reasons[at + 1].item as CalendarPage | null | undefined) ?? page,
  );
  loseClaim(ctx, reasons[length + 2]);
}
