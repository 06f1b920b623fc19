import { runtime } from '@aws-appsync/utils';
import { type BookingItem, toBooking } from '../../core/portable/items/booking.ts';
import { fitsName } from '../../core/portable/search/names.ts';
import { plainText } from '../../core/portable/search/plainText.ts';
import { batchGetBookings, bookingsOf } from '../lib/tables/batchGetBookings.ts';
import { writeToken } from './token.ts';
import type { ListContext } from './types.ts';

/** The bookings that were found, as they are now. */
export function request(ctx: ListContext) {
  const { reference, beginning, ids } = ctx.stash;
  if (!reference && !beginning) runtime.earlyReturn(null);
  if (ids.length === 0) {
    ctx.stash.page = pageOf(ctx, []);
    runtime.earlyReturn(null);
  }
  return batchGetBookings(ctx, ids);
}

export function response(ctx: ListContext) {
  const items = bookingsOf(ctx).filter((item) => isWanted(ctx, item));
  ctx.stash.page = pageOf(ctx, items);
  return null;
}

/** An index tells of a write a little later, and knows nothing of statuses. */
function isWanted(ctx: ListContext, item: BookingItem): boolean {
  const { status, propertyId } = ctx.args;
  const { beginning, arrivals } = ctx.stash;
  if (item.property_id !== propertyId || (status && item.status !== status)) return false;
  if (item.arrival < arrivals.first || item.arrival > arrivals.last) return false;
  return !beginning || fitsName(plainText(item.guest.name), beginning);
}

function pageOf(ctx: ListContext, items: BookingItem[]) {
  const { next } = ctx.stash;
  return { items: items.map((item) => toBooking(item, null)), nextToken: next ? writeToken(next) : null };
}
