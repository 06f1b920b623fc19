import type { Refusal } from '../errors.ts';
import { policyOf } from '../items/bookingPolicy.ts';
import type { PropertyItem } from '../items/catalog.ts';

/** What a sale ends with, unless it is refused. */
export type Goal = 'CONFIRMED' | 'HELD' | 'REQUESTED' | 'WAITLISTED';

/** Why the property is not booked that way; null where it is. Guests book as the property offers; staff as they see fit. */
export function modeRefusal(property: PropertyItem, goal: Goal, isGuest: boolean): Refusal | null {
  const { mode, payment } = policyOf(property);
  if (goal === 'REQUESTED' && mode === 'INSTANT') {
    return { type: 'InvalidState', message: 'This property takes bookings at once: use bookRoom.' };
  }
  if (goal !== 'REQUESTED' && mode === 'ON_REQUEST' && isGuest) {
    return { type: 'InvalidState', message: 'This property takes requests only: use requestBooking.' };
  }
  if (goal === 'CONFIRMED' && payment !== 'NONE' && isGuest) {
    return { type: 'InvalidState', message: 'This property is paid in advance: use holdRoom and startPayment.' };
  }
  return null;
}
