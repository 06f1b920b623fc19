import type { BookingItem } from '../portable/items/booking.ts';
import { reminderId, reminderOf } from '../reminders/reminder.ts';

/** Where events on the bus say they come from. */
export const BUS_SOURCE = 'keyrack.bookings';

export const REMINDER_DUE = 'ReminderDue';

/** The detail of a ReminderDue event: no data of the guest. Described in docs/events.md. */
export type ReminderDue = {
  schemaVersion: 1;
  /** The same for the same reminder: who has met it drops the repeat. */
  reminderId: string;
  bookingId: string;
  version: number;
  propertyId: string;
  arrival: string;
  /** Opaque: the guest's account; null where there is none. */
  guestRef: string | null;
};

export function reminderDue(booking: BookingItem): ReminderDue {
  const { bookingId, propertyId, arrival } = reminderOf(booking);
  return {
    schemaVersion: 1,
    reminderId: reminderId({ bookingId, arrival }),
    bookingId,
    version: booking.version,
    propertyId,
    arrival,
    guestRef: booking.guest_id ?? null,
  };
}
