import type { BookingItem } from '../items/booking.ts';
import { waitlistKey } from '../items/waitlist.ts';
import { type Change, withStatus } from '../lifecycle/change.ts';

/** The booking waits no longer, and its place in line is gone: it was left, or nothing came free in time. @param now epoch milliseconds */
export function endWaiting(booking: BookingItem, status: 'RELEASED' | 'EXPIRED', now: number): Change {
  return { before: booking, after: withStatus(booking, status, {}, now), pages: [], frees: [waitlistKey(booking)] };
}
