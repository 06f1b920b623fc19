import { dueAt } from './dueAt.ts';
import { hasArrivalPassed, type ReminderState } from './planReminder.ts';

/**
 * What to do with a reminder whose time has come: STALE means that its schedule was made for another arrival or lead time
 * than the booking has now, and is to be put right.
 */
export type Verdict = 'SEND' | 'STALE' | 'DROP';

/** Clocks differ a little; a reminder is no earlier for it. */
const TOLERANCE_MS = 60_000;

/**
 * @param arrival for which the schedule was made
 * @param now epoch milliseconds
 */
export function judgeReminder(
  { booking, property }: Pick<ReminderState, 'booking' | 'property'>,
  arrival: string,
  now: number,
): Verdict {
  if (booking?.status !== 'CONFIRMED' || !property) return 'DROP';
  const due = dueAt(booking.arrival, property);
  if (due === null) return 'DROP';
  if (booking.arrival !== arrival || due > now + TOLERANCE_MS) return 'STALE';
  return hasArrivalPassed(arrival, property, now) ? 'DROP' : 'SEND';
}
