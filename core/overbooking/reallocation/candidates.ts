import type { OverbookedNight } from '../overbookedNight.ts';
import { stayDates } from '../stayDates.ts';
import { movableStanding, type StayBooking } from './booking.ts';

/** An overbooked night with the availability from which on it is overbooked no longer. */
export type Need = OverbookedNight & { floor: number };

/** A booking that could be moved, with its nights and those of them that need relief. */
export type Candidate = { booking: StayBooking; dates: string[]; needs: Need[] };

/** The bookings whose move would relieve a night, in the order in which they are moved; see {@link inMovingOrder}. */
export function candidates(bookings: StayBooking[], needs: Need[]): Candidate[] {
  return bookings
    .filter(({ status }) => movableStanding(status) !== 'NONE')
    .toSorted(inMovingOrder)
    .map((booking) => {
      const dates = stayDates(booking);
      const touched = needs.filter((need) => need.room_type_id === booking.room_type_id && dates.includes(need.date));
      return { booking, dates, needs: touched };
    })
    .filter(({ needs: touched }) => touched.length > 0);
}

/**
 * Confirmed stays before held ones: a hold may end by itself. Then the newest first: who came last has relied on the
 * room for the shortest time.
 */
function inMovingOrder(a: StayBooking, b: StayBooking): number {
  const byStanding = Number(isHeld(a)) - Number(isHeld(b));
  if (byStanding !== 0) return byStanding;
  return compare(b.created_at, a.created_at) || compare(b.booking_id, a.booking_id);
}

function isHeld({ status }: StayBooking): boolean {
  return movableStanding(status) === 'HELD';
}

/** By code units, so that the order is the same everywhere. */
function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
