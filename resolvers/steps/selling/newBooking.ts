import { util } from '@aws-appsync/utils';
import type { BookingItem } from '../../../core/portable/items/booking.ts';
import { type GuestItem, guestItem } from '../../../core/portable/items/guest.ts';
import type { Expression } from '../../../core/portable/sale/expressions.ts';
import { isoInstant } from '../../../core/portable/days/instants.ts';
import { policyOf } from '../../../core/portable/items/bookingPolicy.ts';
import { priceRefusal } from '../../../core/portable/sale/price.ts';
import { nightsOf } from '../../../core/portable/sale/quote.ts';
import { referenceOf } from '../../../core/portable/search/reference.ts';
import { searchKeys } from '../../../core/portable/search/searchKeys.ts';
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
 * The booking at the rates of the pages that were read. Its guest is the caller; staff book for somebody else.
 * @param now epoch milliseconds
 */
export function newBooking(ctx: SaleContext, now: number, status: 'CONFIRMED' | 'HELD' | 'QUEUED'): BookingItem {
  const { stay, units, property, pages, bookingId } = ctx.stash;
  const caller = callerOf(ctx);
  const request = requestOf(ctx);
  const guest = guestOf(ctx);
  const nightlyRates = nightsOf(pages, stay).map((night) => night.rate ?? 0);
  const total = nightlyRates.reduce((sum, rate) => sum + rate * units, 0);
  failIf(priceRefusal(total, ctx.args.input.expectedTotal, property.currency));
  const booking = Object.assign(caller.role === 'guest' ? { guest_id: caller.id } : {}, request, {
    booking_id: bookingId,
    reference: referenceOf(util.autoUlid()),
    created_by: caller.id,
    status,
    version: 1,
    nights: stay.nights,
    nightly_rates: nightlyRates,
    total_amount: total,
    currency: property.currency,
    time_zone: property.time_zone,
    guest,
    request,
    request_guest: guest,
    cancellation: policyOf(property).cancellation,
    prepaid: policyOf(property).payment !== 'NONE',
    created_at: isoInstant(now),
    updated_at: isoInstant(now),
  });
  return Object.assign(booking, searchKeys(booking));
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
