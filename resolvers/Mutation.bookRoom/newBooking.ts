import type { BookingItem } from '../../core/portable/booking.ts';
import { MOST_AMOUNT, nightsOf } from '../../core/portable/quote.ts';
import { callerOf } from '../lib/caller.ts';
import { fail } from '../lib/fail.ts';
import type { BookRoomContext, Stash } from './types.ts';

/** What the request asks for, whoever sends it and whenever. */
export function requestOf(ctx: BookRoomContext) {
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

export function guestOf(ctx: BookRoomContext) {
  const { name, email, phone } = ctx.args.input.guest;
  return phone ? { name: name.trim(), email, phone } : { name: name.trim(), email };
}

/** The booking at the rates of the pages that were read. Its guest is the caller; staff book for somebody else. */
export function newBooking(ctx: BookRoomContext, now: string): BookingItem {
  const { stay, units, property, pages, bookingId } = ctx.stash;
  const caller = callerOf(ctx);
  const request = requestOf(ctx);
  const guest = guestOf(ctx);
  const nightlyRates = nightsOf(pages, stay).map((night) => night.rate ?? 0);
  const total = nightlyRates.reduce((sum, rate) => sum + rate * units, 0);
  checkTotal(ctx.stash, total, ctx.args.input.expectedTotal);
  return Object.assign(caller.role === 'guest' ? { guest_id: caller.id } : {}, request, {
    booking_id: bookingId,
    created_by: caller.id,
    status: 'CONFIRMED' as const,
    version: 1,
    nights: stay.nights,
    nightly_rates: nightlyRates,
    total_amount: total,
    currency: property.currency,
    time_zone: property.time_zone,
    guest,
    request,
    request_guest: guest,
    created_at: now,
    updated_at: now,
  });
}

function checkTotal(stash: Stash, total: number, expected: number | null | undefined): void {
  if (total > MOST_AMOUNT)
    fail('LimitExceeded', 'The total is larger than an amount can be: book fewer units or nights.');
  if (typeof expected === 'number' && expected !== total) {
    fail('PriceChanged', `The stay costs ${total} ${stash.property.currency} in minor units now, not ${expected}.`);
  }
}
