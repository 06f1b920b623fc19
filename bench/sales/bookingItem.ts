import { randomUUID } from 'node:crypto';
import type { BookingItem } from '../../core/portable/items/booking.ts';
import { indexes } from '../../core/portable/days/dates.ts';
import { referenceOf } from '../../core/portable/search/reference.ts';
import { searchKeys } from '../../core/portable/search/searchKeys.ts';
import type { Stay } from '../../core/portable/sale/stay.ts';

export const GUEST = { name: 'Guest of the benchmark', email: 'guest@example.com' };

/** A stay of one room type; `rates` are its page's. */
export type RoomStay = { propertyId: string; roomTypeId: string; stay: Stay; rates: number[] };

/** A booking with all the attributes that `bookRoom` writes when staff book, under a new id. */
export function newBookingItem({ propertyId, roomTypeId, stay, rates }: RoomStay): BookingItem {
  const now = new Date().toISOString();
  const nightlyRates = indexes(stay.arrivalIndex, stay.departureIndex).map((index) => rates[index] ?? 0);
  const request = {
    property_id: propertyId,
    room_type_id: roomTypeId,
    arrival: stay.arrival,
    departure: stay.departure,
    units: 1,
    adults: 2,
    children: 0,
  };
  const booking_id = randomUUID();
  return {
    ...request,
    ...searchKeys({ ...request, booking_id, guest: GUEST }),
    booking_id,
    reference: referenceOf(booking_id),
    created_by: randomUUID(),
    status: 'CONFIRMED',
    version: 1,
    nights: stay.nights,
    nightly_rates: nightlyRates,
    total_amount: nightlyRates.reduce((sum, rate) => sum + rate, 0),
    currency: 'EUR',
    time_zone: 'Europe/Lisbon',
    guest: GUEST,
    request,
    request_guest: GUEST,
    created_at: now,
    updated_at: now,
  };
}
