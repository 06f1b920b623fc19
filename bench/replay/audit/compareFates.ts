import type { BookingItem } from '../../../core/portable/items/booking.ts';
import { type Fate, type Fates, ratesUntil, type State } from '../run/fates.ts';
import type { Difference } from './recount.ts';

/**
 * Holds what the client was told against what the table has: each accepted booking once, as it must be after all that was
 * done to it, at the price it expected and for the right fee; no sale of a refused one; nothing that was never sent.
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
  const is = contentsOf(stored);
  const wanted = fate.states.map((state) => wantedOf(fate, state));
  return wanted.includes(is) ? [] : [`Booking ${bookingId} is ${is}, not ${wanted.join(' or ')}.`];
}

function contentsOf(stored: BookingItem): string {
  const { status, property_id, room_type_id, arrival, departure, units, nights, nightly_rates, total_amount } = stored;
  const stay = [status, property_id, room_type_id, arrival, departure, nights, units, total_amount];
  return [...stay, `(${nightly_rates.join(' ')})`, ...feeOf(stored.cancel_fee)].join(' ');
}

function wantedOf({ booking }: Fate, { status, departure, fee }: State): string {
  const { propertyId, roomTypeId, arrival, units } = booking.input;
  const rates = ratesUntil(booking, departure);
  const total = rates.reduce((sum, rate) => sum + rate, 0);
  const stay = [status, propertyId, roomTypeId, arrival, departure, rates.length, units, total];
  return [...stay, `(${rates.join(' ')})`, ...feeOf(fee)].join(' ');
}

function feeOf(fee: number | null | undefined): string[] {
  return typeof fee === 'number' ? [`fee ${fee}`] : [];
}
