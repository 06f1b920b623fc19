import { addDays, parseDay } from '../portable/days/dates.ts';
import { dueAt, type RemindingProperty } from './dueAt.ts';

const DAY_MS = 86_400_000;

/** Arrivals from..to, both of them included. */
export type Arrivals = { from: string; to: string };

/**
 * The arrivals whose reminders are due from `after` (exclusive) to `until`, epoch milliseconds; null where there are none.
 * Within less than a day that is one date, or none.
 */
export function arrivalsDue(property: RemindingProperty, after: number, until: number): Arrivals | null {
  // Midnight anywhere is less than a day from the same midnight in UTC.
  const lead = (property.booking_policy?.reminderHours ?? 0) * 3_600_000;
  const from = new Date(after + lead - DAY_MS).toISOString().slice(0, 10);
  const days = Math.ceil((until - after) / DAY_MS) + 2;
  const dates = Array.from({ length: days + 1 }, (_, day) => addDays(parseDay(from)!, day)).filter((date) => {
    const due = dueAt(date, property);
    return due !== null && due > after && due <= until;
  });
  return dates.length === 0 ? null : { from: dates[0], to: dates[dates.length - 1] };
}
