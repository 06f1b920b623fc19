import { randomUUID } from 'node:crypto';
import type { BookingItem } from '../../core/portable/items/booking.ts';
import { searchKeys } from '../../core/portable/search/searchKeys.ts';
import { newReference } from '../shared/bookings/newReference.ts';
import type { Walk } from './walk.ts';

/**
 * The stay at the sister property: the same guest, nights and units at the price that was agreed, in its currency,
 * whatever the sister charges. What the guest's own request was stays with the booking it made.
 */
export function walkedBooking({ booking, sister, to }: Walk, callerId: string, now: string): BookingItem {
  const { arrival, departure, units, adults, children } = booking;
  const request = { property_id: sister.property_id, room_type_id: to, arrival, departure, units, adults, children };
  const booking_id = randomUUID();
  return {
    ...request,
    ...searchKeys({ ...request, booking_id, guest: booking.guest }),
    booking_id,
    reference: newReference(),
    ...(booking.guest_id ? { guest_id: booking.guest_id } : {}),
    created_by: callerId,
    status: 'CONFIRMED',
    version: 1,
    nights: booking.nights,
    nightly_rates: booking.nightly_rates,
    total_amount: booking.total_amount,
    currency: booking.currency,
    time_zone: sister.time_zone,
    guest: booking.guest,
    request,
    request_guest: booking.guest,
    walked_from: booking.booking_id,
    walked_from_property: booking.property_id,
    created_at: now,
    updated_at: now,
  };
}
