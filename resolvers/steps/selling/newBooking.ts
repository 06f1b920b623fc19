import { util } from '@aws-appsync/utils';
import type { BookingItem } from '../../../core/portable/items/booking.ts';
import { type GuestItem, guestItem } from '../../../core/portable/items/guest.ts';
import type { Expression } from '../../../core/portable/sale/expressions.ts';
import { bookingOf, type Order } from '../../../core/portable/sale/bookingOf.ts';
import { priceRefusal } from '../../../core/portable/sale/price.ts';
import { nightsOf } from '../../../core/portable/sale/quote.ts';
import { referenceOf } from '../../../core/portable/search/reference.ts';
import { callerOf } from '../../lib/input/caller.ts';
import { failIf } from '../../lib/answer/fail.ts';
import { attributesWithout } from '../../lib/tables/items.ts';
import type { SaleContext } from './types.ts';

/** What the request asks for, whoever sends it and whenever. */
export function requestOf(ctx: SaleContext) {
  const { propertyId, roomTypeId } = ctx.args.input;
  const { stay, units, adults, children } = ctx.stash;
  return {
    property_id: propertyId,
    room_type_id: roomTypeId,
    arrival: stay.arrival,
    departure: stay.departure,
    units,
    adults,
    children,
  };
}

export function guestOf(ctx: SaleContext): GuestItem {
  return guestItem(ctx.args.input.guest, null);
}

/**
 * The booking at the rates of the pages that were read.
 * @param now epoch milliseconds
 */
export function newBooking(ctx: SaleContext, now: number, status: Order['status']): BookingItem {
  const { stay, property, pages, bookingId } = ctx.stash;
  const { id, role } = callerOf(ctx);
  const caller = { id, isGuest: role === 'guest' };
  const nightlyRates = nightsOf(pages, stay).map((night) => night.rate ?? 0);
  const reference = referenceOf(util.autoUlid());
  const parts = { reference, request: requestOf(ctx), guest: guestOf(ctx) };
  const booking = bookingOf(Object.assign({ bookingId, status, caller, property, nightlyRates }, parts), now);
  failIf(priceRefusal(booking.total_amount, ctx.args.input.expectedTotal, property.currency));
  return booking;
}

/** Of the booking's put: nobody has made it yet, not even this request's own earlier attempt. */
export const IS_NEW: Expression = {
  expression: 'attribute_not_exists(#id)',
  names: { '#id': 'booking_id' },
  values: {},
};

export function keyOf(booking: BookingItem) {
  return util.dynamodb.toMapValues({ booking_id: booking.booking_id });
}

/** All but the key. */
export function attributesOf(booking: BookingItem) {
  return attributesWithout(booking, ['booking_id']);
}
