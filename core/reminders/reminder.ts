import type { BookingItem } from '../portable/items/booking.ts';
import type { OperationsKey } from '../portable/items/operations.ts';
import { dayNumber, parseDay } from '../portable/days/dates.ts';

/** Whom to remind of what; all that messages and schedules carry. */
export type Reminder = { bookingId: string; propertyId: string; arrival: string };

/** One booking has one reminder for each arrival it ever had. Booking ids are UUIDs or ULIDs and have no `:`. */
export function reminderId({ bookingId, arrival }: Pick<Reminder, 'bookingId' | 'arrival'>): string {
  return `${bookingId}:${arrival}`;
}

/**
 * Who sends a reminder, and that it was sent: one item of the operations table. A claim holds until `claimed_until` (epoch
 * milliseconds): who died in the middle of sending holds nobody up for longer.
 */
export type ReminderItem = OperationsKey & {
  state: 'CLAIMED' | 'SENT';
  claimed_until: number;
  /** ISO 8601; absent while CLAIMED. */
  sent_at?: string;
  /** Epoch seconds. */
  expiry_time: number;
};

export function reminderKey({ bookingId, arrival }: Pick<Reminder, 'bookingId' | 'arrival'>): OperationsKey {
  return { pk: `REMINDER#${bookingId}`, sk: arrival };
}

const RETENTION_DAYS = 30;
const DAY_SECONDS = 86_400;

/** A claim as it is written. @param until epoch milliseconds */
export function claimItem(reminder: Reminder, until: number): ReminderItem {
  const expiry_time = (dayNumber(parseDay(reminder.arrival)!) + RETENTION_DAYS) * DAY_SECONDS;
  return { ...reminderKey(reminder), state: 'CLAIMED', claimed_until: until, expiry_time };
}

export function reminderOf(booking: Pick<BookingItem, 'booking_id' | 'property_id' | 'arrival'>): Reminder {
  return { bookingId: booking.booking_id, propertyId: booking.property_id, arrival: booking.arrival };
}
