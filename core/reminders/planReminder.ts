import { addDays, parseDay } from '../portable/days/dates.ts';
import type { BookingItem } from '../portable/items/booking.ts';
import { dueAt, type RemindingProperty } from './dueAt.ts';
import { type Reminder, type ReminderItem, reminderOf } from './reminder.ts';
import { startOfDay } from './startOfDay.ts';

/** As the tables tell it now; null where there is none. */
export type ReminderState = {
  booking: RemindedBooking | null;
  property: RemindingProperty | null;
  /** Of the booking's present arrival; looked at only once its time is no longer ahead. */
  sent: Pick<ReminderItem, 'state'> | null;
};

export type RemindedBooking = Pick<BookingItem, 'booking_id' | 'property_id' | 'arrival' | 'status' | 'updated_at'>;

/**
 * What is to be done about a booking's schedule. LEAVE: nothing, whether it has one or not; one that it should not have
 * comes to nothing, as who sends looks at the booking again. NOW: too late for a schedule, not for the reminder.
 */
export type ReminderPlan =
  | { kind: 'SCHEDULE'; reminder: Reminder; at: number }
  | { kind: 'NOW'; reminder: Reminder; at: number }
  | { kind: 'REMOVE' }
  | { kind: 'LEAVE' };

/** EventBridge Scheduler may refuse a time in the past, and is exact to a minute; so near a message waits in the queue instead. */
const TOO_NEAR_MS = 3_000;

/** @param now epoch milliseconds */
export function planReminder({ booking, property, sent }: ReminderState, now: number): ReminderPlan {
  const at = booking && property ? dueAt(booking.arrival, property) : null;
  if (at === null || !property) return { kind: 'LEAVE' };
  if (booking?.status !== 'CONFIRMED') return { kind: 'REMOVE' };
  const reminder = reminderOf(booking);
  if (isAhead(at, now)) return { kind: 'SCHEDULE', reminder, at };
  // What was booked, or came to this arrival, after its time is not reminded of; its schedule may be under way just now.
  const isLate = Date.parse(booking.updated_at) < at && sent?.state !== 'SENT';
  return isLate && !hasArrivalPassed(booking.arrival, property, now)
    ? { kind: 'NOW', reminder, at }
    : { kind: 'LEAVE' };
}

/** Is there time for a schedule? Both are epoch milliseconds. */
export function isAhead(at: number, now: number): boolean {
  return at > now + TOO_NEAR_MS;
}

/** Is the day of arrival over where the property is? */
export function hasArrivalPassed(arrival: string, property: RemindingProperty, now: number): boolean {
  return now >= startOfDay(addDays(parseDay(arrival)!, 1), property.time_zone);
}

/** Do both have the same done? A reminder that is late is late either way. */
export function isSamePlan(a: ReminderPlan, b: ReminderPlan): boolean {
  return JSON.stringify(a) === JSON.stringify(b);
}
