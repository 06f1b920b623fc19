import type { Refusal } from '../errors.ts';
import type { BookingItem } from '../items/booking.ts';
import { type Change, nextVersion } from './change.ts';
import { LONGEST_HOLD_SECONDS } from './hold.ts';

/** Until when an extended hold lasts, in epoch milliseconds: `seconds` from now, but never shorter than before. */
export function extendedUntil(booking: BookingItem, seconds: number, now: number): number {
  return Math.max(booking.hold_until ?? 0, now + seconds * 1000);
}

/** Why a hold cannot last until then; null where it can. */
export function extensionRefusal(booking: BookingItem, until: number): Refusal | null {
  const latest = (booking.held_at ?? 0) + LONGEST_HOLD_SECONDS * 1000;
  if (until <= latest) return null;
  return { type: 'LimitExceeded', message: `A hold lasts at most ${LONGEST_HOLD_SECONDS / 3600} hours in all.` };
}

/** The same units, held until then. @param until as {@link extendedUntil}, with no {@link extensionRefusal} */
export function extendHold(booking: BookingItem, until: number, now: number): Change {
  return { before: booking, after: nextVersion(booking, { hold_until: until }, now), pages: [] };
}
