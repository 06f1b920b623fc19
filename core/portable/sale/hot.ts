import type { CalendarPage } from '../items/calendarPage.ts';
import type { PageWrite } from './expressions.ts';

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

/** Longer than the way of a booking into the line and of its wake-up to the worker, who keeps the page hot from then on. */
const MARK_MS = 1500;

/**
 * Makes a page hot that a buyer has collided on, unless it is hot already.
 * @param now epoch milliseconds; the same as `nowIso` in ISO 8601
 */
export function hotMark(now: number, nowIso: string): PageWrite {
  return {
    update: {
      expression: 'SET #h = :until, #v = #v + :one, #t = :now',
      names: { '#h': 'hot_until', '#v': 'version', '#t': 'updated_at' },
      values: { ':until': now + MARK_MS, ':one': 1, ':now': nowIso },
    },
    // Once in a while is enough: a crowd shall not write it in turns.
    condition: {
      expression: 'attribute_exists(#p) AND (attribute_not_exists(#hc) OR #hc <= :clock)',
      names: { '#p': 'page', '#hc': 'hot_until' },
      values: { ':clock': now },
    },
  };
}
