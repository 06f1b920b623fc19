import type { CalendarPage } from './calendarPage.ts';

const FIRST_MS = 500;
const PER_BOOKING_MS = 100;
const LONGEST_MS = 3000;

/**
 * Do the buyers of the page stand in line? Whoever sells from it past them makes their transactions fail, and his own.
 *
 * @param now epoch milliseconds
 */
export function isHot(page: CalendarPage, now: number): boolean {
  return (page.hot_until ?? 0) > now;
}

/**
 * Until when a page stays hot that `bookings` were just sold from at once. Half a second outlasts the way of the next
 * request through the queue; a lone booking earns no more, so that a page with a few buyers a second soon cools down.
 * A crowd earns up to three seconds. Never sooner than was said before.
 */
export function hotUntil(page: CalendarPage, bookings: number, now: number): number {
  const crowd = Math.min(LONGEST_MS, FIRST_MS + PER_BOOKING_MS * (bookings - 1));
  return Math.max(page.hot_until ?? 0, now + crowd);
}
