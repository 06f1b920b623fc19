import { policyOf } from '../portable/items/bookingPolicy.ts';
import type { PropertyItem } from '../portable/items/catalog.ts';
import { startOfDay } from './startOfDay.ts';

const HOUR_MS = 3_600_000;
const SECOND_MS = 1_000;

/** What of a property its reminders follow. */
export type RemindingProperty = Pick<PropertyItem, 'time_zone' | 'booking_policy'>;

/**
 * When guests who arrive on a date are to be reminded: the property's lead time before that day begins there. The hours
 * are hours of the clock on the wall only as long as nobody sets it: before a day after the change they are still so many.
 * @param arrival `YYYY-MM-DD`
 * @returns epoch milliseconds, whole seconds; null where the property reminds nobody
 */
export function dueAt(arrival: string, property: RemindingProperty): number | null {
  const { reminderHours } = policyOf(property);
  if (reminderHours === null || reminderHours === undefined) return null;
  const due = startOfDay(arrival, property.time_zone) - reminderHours * HOUR_MS;
  // Schedules know no parts of a second; none may come too early.
  return Math.ceil(due / SECOND_MS) * SECOND_MS;
}
