import type { BookingItem } from '../../core/portable/items/booking.ts';
import { PROPERTY_KEY, type PropertyItem } from '../../core/portable/items/catalog.ts';
import { judgeReminder } from '../../core/reminders/judgeReminder.ts';
import type { Reminder } from '../../core/reminders/reminder.ts';
import { getItem } from '../shared/dynamodb/getItem.ts';
import { measure } from '../shared/measure.ts';
import { sendReminders } from '../shared/reminders/sendReminders.ts';
import { claim, markSent } from './claim.ts';
import { config } from './config.ts';
import { putEvent } from './putEvent.ts';

/**
 * Sends a reminder whose time has come, if it is still to be sent. Claim, event, mark, in this order: who dies before the
 * event leaves a claim that lapses, who dies after it has the event sent once more, under the same reminderId.
 */
export async function remind(reminder: Reminder): Promise<void> {
  const { bookingId, propertyId, arrival } = reminder;
  const [booking, property] = await Promise.all([
    getItem<BookingItem>(config.bookingsTable, { booking_id: bookingId }),
    getItem<PropertyItem>(config.catalogTable, { property_id: propertyId, sk: PROPERTY_KEY }),
  ]);
  const verdict = judgeReminder({ booking, property }, arrival, Date.now());
  if (verdict === 'STALE') {
    await sendReminders(config.remindersQueue, [{ body: { bookingId, propertyId }, group: propertyId }]);
  }
  if (verdict !== 'SEND' || !(await claim(reminder, Date.now()))) return;
  await putEvent(booking!);
  await markSent(reminder, Date.now());
  measure('RemindersDue', 1);
}
