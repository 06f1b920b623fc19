import { type DynamoDBBatchGetItemRequest, runtime, util } from '@aws-appsync/utils';
import { type BookingItem, isRepeat } from '../../../core/portable/items/booking.ts';
import type { CalendarPage } from '../../../core/portable/items/calendarPage.ts';
import { PROPERTY_KEY, roomTypeKey } from '../../../core/portable/items/catalog.ts';
import { homeRefusal } from '../../../core/portable/items/homeRegion.ts';
import { type ClaimItem, claimKey } from '../../../core/portable/items/claims.ts';
import { isHot } from '../../../core/portable/sale/hot.ts';
import { modeRefusal } from '../../../core/portable/sale/modeRefusal.ts';
import { partyRefusal } from '../../../core/portable/sale/party.ts';
import { stayRefusal } from '../../../core/portable/sale/refusal.ts';
import { leavesInNextMonth } from '../../../core/portable/sale/stay.ts';
import { joinRefusal } from '../../../core/portable/waitlist/join.ts';
import { callerOf } from '../../lib/input/caller.ts';
import { checkNotPast } from '../../lib/input/checks.ts';
import { pageKeyValues, tables } from '../../lib/tables/dynamodb.ts';
import { hasUnread } from '../../lib/tables/hasUnread.ts';
import { fail, failIf } from '../../lib/answer/fail.ts';
import { claimsOf, freeClaim } from './claims.ts';
import { remainingAfter } from './remaining.ts';
import { guestOf, requestOf } from './newBooking.ts';
import type { SaleContext } from './types.ts';

/** Booking (for repeats), property, room type, pages and the guest's claims in one read. */
export function request(ctx: SaleContext): DynamoDBBatchGetItemRequest {
  if (ctx.stash.isRead) runtime.earlyReturn(null);
  const { stay, bookingId } = ctx.stash;
  const { propertyId, roomTypeId } = ctx.args.input;
  const months = stay.parts.map((part) => part.month);
  if (leavesInNextMonth(stay)) months.push(stay.departureMonth);
  const { inventory, bookings, catalog, operations } = tables(ctx);
  const claims = claimsOf(ctx).map((claim) => util.dynamodb.toMapValues(claimKey(claim)));
  const ofClaims = claims.length > 0 ? { [operations]: { keys: claims, consistentRead: true } } : {};
  return {
    operation: 'BatchGetItem',
    tables: {
      ...ofClaims,
      [bookings]: { keys: [util.dynamodb.toMapValues({ booking_id: bookingId })], consistentRead: true },
      [catalog]: {
        keys: [PROPERTY_KEY, roomTypeKey(roomTypeId)].map((sk) =>
          util.dynamodb.toMapValues({ property_id: propertyId, sk }),
        ),
        consistentRead: false,
      },
      // Consistent: what a cancel has just given back must not be refused.
      [inventory]: { keys: months.map((month) => pageKeyValues(propertyId, month, roomTypeId)), consistentRead: true },
    },
  };
}

/** Ends here with what exists already, or with why the stay can't be sold: both without a transaction. */
export function response(ctx: SaleContext) {
  // Throttled, timed out or only half answered: the next step reads again, or sells nothing.
  if (ctx.error || hasUnread(ctx.result.unprocessedKeys)) {
    if (ctx.error) console.error(`${ctx.error.type}: ${ctx.error.message}`);
    return null;
  }
  ctx.stash.isRead = true;
  const { inventory, bookings, catalog, operations } = tables(ctx);
  const pages: (CalendarPage | null)[] = ctx.result.data[inventory];
  const existing: BookingItem | null = ctx.result.data[bookings][0];
  if (existing) return repeat(ctx, existing, pages);
  const [property, roomType] = ctx.result.data[catalog];
  if (!property) fail('NotFound', 'There is no such property.');
  if (!roomType) fail('NotFound', 'The property has no such room type.');
  failIf(homeRefusal(property, ctx.env.REGION));
  failIf(modeRefusal(property, ctx.stash.goal, callerOf(ctx).role === 'guest'));
  const found: (ClaimItem | null)[] = ctx.result.data[operations] ?? [];
  ctx.stash.claims = claimsOf(ctx).map((claim, at) => ({
    claim,
    until: found[at]?.until ?? 0,
    stay: found[at]?.stay ?? null,
  }));
  freeClaim(ctx);
  const { stay, units } = ctx.stash;
  checkNotPast('arrival', stay.arrival, property.time_zone);
  failIf(partyRefusal(roomType, ctx.stash));
  const departurePage = leavesInNextMonth(stay) ? pages[stay.parts.length] : null;
  const wish = { units, oversellAllowance: roomType.oversell_allowance };
  const isWaiting = ctx.stash.goal === 'WAITLISTED';
  const why = (isWaiting ? joinRefusal : stayRefusal)(pages, departurePage, stay, wish);
  // A request that finds no room is declined in its turn, and so on record.
  if (ctx.stash.goal !== 'REQUESTED' || (why && why.type === 'NotFound')) failIf(why);
  const now = util.time.nowEpochMilliSeconds();
  ctx.stash.isHot = pages.some((page) => page !== null && isHot(page, now));
  ctx.stash.property = property;
  ctx.stash.roomType = roomType;
  ctx.stash.pages = pages.slice(0, stay.parts.length) as CalendarPage[];
  return null;
}

/** The same request again gets the same booking; anything else under its id learns nothing about it. */
function repeat(ctx: SaleContext, existing: BookingItem, pages: (CalendarPage | null)[]) {
  const request = { created_by: callerOf(ctx).id, request: requestOf(ctx), request_guest: guestOf(ctx) };
  const { goal, arrivedAt } = ctx.stash;
  const wanted = goal === 'WAITLISTED' ? Object.assign(request, { waitlisted_at: arrivedAt }) : request;
  if (!isRepeat(existing, wanted)) fail('IdempotencyConflict', 'This bookingId is already used.');
  ctx.stash.booking = existing;
  ctx.stash.remaining = remainingAfter(pages, ctx.stash.stay, 0);
  ctx.stash.isDone = true;
  return null;
}
