import { type BookingItem, queueKey } from '../../core/portable/items/booking.ts';
import { dayNumber, parseDay } from '../../core/portable/days/dates.ts';

/** Has the booking what a sale takes? What was written past the API may not, and must not keep others from being served. */
export function isServable(booking: BookingItem): boolean {
  const { property_id, room_type_id, arrival, departure, units, adults, children } = booking;
  if (![arrival, departure].every((date) => typeof date === 'string')) return false;
  const [from, to] = [parseDay(arrival), parseDay(departure)];
  if (!from || !to || dayNumber(to) <= dayNumber(from)) return false;
  if (![units, adults, children].every((count) => Number.isInteger(count)) || units < 1) return false;
  return queueKey(property_id, room_type_id) === booking.queue_key;
}
