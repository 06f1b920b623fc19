import type { BookingItem } from '../../../core/portable/items/booking.ts';
import type { Fate, Fates } from '../run/fates.ts';
import type { Difference } from './recount.ts';

/**
 * Holds what the client was told against what the table has: each accepted booking once, for what it asked and at the
 * price it expected, with the right status; no sale of a refused one; nothing that was never sent.
 */
export function compareFates(bookings: BookingItem[], fates: Fates): Difference[] {
  const differences: Difference[] = [];
  const stored = new Map<string, BookingItem>();
  for (const booking of bookings) {
    if (stored.has(booking.booking_id)) differences.push(`Booking ${booking.booking_id} is stored twice.`);
    if (!fates.has(booking.booking_id)) differences.push(`Booking ${booking.booking_id} was never sent.`);
    stored.set(booking.booking_id, booking);
  }
  for (const [bookingId, fate] of fates) differences.push(...compare(bookingId, fate, stored.get(bookingId)));
  return differences;
}

function compare(bookingId: string, fate: Fate, stored: BookingItem | undefined): Difference[] {
  if (!stored) {
    return fate.outcome === 'accepted' ? [`Booking ${bookingId} was accepted and is not stored.`] : [];
  }
  // Refused in line: the booking stays, to tell why.
  if (fate.outcome !== 'accepted' && stored.status === 'REFUSED') return [];
  if (fate.outcome === 'refused') return [`Booking ${bookingId} was refused and is stored as ${stored.status}.`];
  const differences: Difference[] = [];
  const wanted = { no: 'CONFIRMED', yes: 'CANCELLED', unknown: stored.status }[fate.cancelled];
  if (stored.status !== wanted) differences.push(`Booking ${bookingId} is ${stored.status}, not ${wanted}.`);
  const [is, was] = [contentsOf(stored), requestOf(fate)];
  if (is !== was) differences.push(`Booking ${bookingId} is stored as ${is}, but asked for ${was}.`);
  return differences;
}

function contentsOf(stored: BookingItem): string {
  const { property_id, room_type_id, arrival, departure, units, total_amount } = stored;
  return [property_id, room_type_id, arrival, departure, units, total_amount].join(' ');
}

function requestOf({ booking }: Fate): string {
  const { propertyId, roomTypeId, arrival, departure, units, expectedTotal } = booking.input;
  return [propertyId, roomTypeId, arrival, departure, units, expectedTotal].join(' ');
}
