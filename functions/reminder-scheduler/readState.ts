import type { BookingItem } from '../../core/portable/items/booking.ts';
import { dueAt } from '../../core/reminders/dueAt.ts';
import { PROPERTY_KEY, type PropertyItem } from '../../core/portable/items/catalog.ts';
import { isAhead, type ReminderState } from '../../core/reminders/planReminder.ts';
import { type ReminderItem, reminderKey } from '../../core/reminders/reminder.ts';
import { getItem } from '../shared/dynamodb/getItem.ts';
import { config } from './config.ts';
import type { BookingMessage } from './readMessage.ts';

const { bookingsTable, catalogTable, operationsTable } = config;

/** Consistent reads: no write that was answered before is missing. */
export async function readState({ bookingId, propertyId }: BookingMessage): Promise<ReminderState> {
  const [booking, property] = await Promise.all([
    getItem<BookingItem>(bookingsTable, { booking_id: bookingId }),
    getItem<PropertyItem>(catalogTable, { property_id: propertyId, sk: PROPERTY_KEY }),
  ]);
  const due = booking?.status === 'CONFIRMED' && property ? dueAt(booking.arrival, property) : null;
  if (!booking || due === null || isAhead(due, Date.now())) return { booking, property, sent: null };
  const sent = await getItem<ReminderItem>(operationsTable, reminderKey({ bookingId, arrival: booking.arrival }));
  return { booking, property, sent };
}
