import { addDays, dayNumber, parseDay } from '../days/dates.ts';
import type { BookingStatus } from '../../../generated/types.ts';
import type { BookingItem } from '../items/booking.ts';
import { type Change, pagesOf, withStatus } from './change.ts';
import { standingOf } from './standing.ts';

/**
 * The stay ends today: nights from today on are given back, and leave the booking with its price; its first night stays.
 * @param today `YYYY-MM-DD`, where the property is
 * @param now epoch milliseconds
 */
export function endEarly(
  booking: BookingItem,
  status: BookingStatus,
  changes: Partial<BookingItem>,
  today: string,
  now: number,
): Change {
  const { arrival, departure } = booking;
  const first = parseDay(arrival)!;
  const afterOne = addDays(first, 1);
  const end = today > afterOne ? today : afterOne;
  if (end >= departure) return { before: booking, after: withStatus(booking, status, changes, now), pages: [] };
  const nights = dayNumber(parseDay(end)!) - dayNumber(first);
  const nightly_rates = booking.nightly_rates.slice(0, nights);
  const total_amount = nightly_rates.reduce((sum, rate) => sum + rate * booking.units, 0);
  const shorter = Object.assign({}, changes, { departure: end, nights, nightly_rates, total_amount });
  return {
    before: booking,
    after: withStatus(booking, status, shorter, now),
    pages: pagesOf(booking, end, departure, standingOf(booking.status), 'NONE'),
  };
}
