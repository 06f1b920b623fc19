import type { BookingItem, BookingRequest, GuestItem } from '../items/booking.ts';
import { policyOf } from '../items/bookingPolicy.ts';
import type { PropertyItem } from '../items/catalog.ts';
import { searchKeys } from '../search/searchKeys.ts';
import { isoInstant } from '../days/instants.ts';

/** What a booking is made of. */
export type Order = {
  bookingId: string;
  status: 'CONFIRMED' | 'HELD' | 'QUEUED' | 'WAITLISTED';
  /** Who sends it: the `sub`. A guest's booking is his own; staff book for somebody else. */
  caller: { id: string; isGuest: boolean };
  property: PropertyItem;
  request: BookingRequest;
  guest: GuestItem;
  /** See {@link referenceOf} in search/reference.ts. */
  reference: string;
  /** Minor units for one unit, night by night. */
  nightlyRates: number[];
};

/** The first version of a booking. @param now epoch milliseconds */
export function bookingOf(order: Order, now: number): BookingItem {
  const { caller, property, request, guest, nightlyRates } = order;
  const { cancellation, payment } = policyOf(property);
  const booking = Object.assign(caller.isGuest ? { guest_id: caller.id } : {}, request, {
    booking_id: order.bookingId,
    reference: order.reference,
    created_by: caller.id,
    status: order.status,
    version: 1,
    nights: nightlyRates.length,
    nightly_rates: nightlyRates,
    total_amount: nightlyRates.reduce((sum, rate) => sum + rate * request.units, 0),
    currency: property.currency,
    time_zone: property.time_zone,
    guest,
    request,
    request_guest: guest,
    cancellation,
    prepaid: payment !== 'NONE',
    created_at: isoInstant(now),
    updated_at: isoInstant(now),
  });
  return Object.assign(booking, searchKeys(booking));
}
