import { parseDay } from '../../core/portable/days/dates.ts';
import type { Reminder } from '../../core/reminders/reminder.ts';
import { PoisonError } from '../shared/batch/poison.ts';
import { textsOf } from '../shared/reminders/readMessage.ts';

/** @throws {PoisonError} for a body that is no reminder */
export function readReminder(body: string): Reminder {
  const { bookingId, propertyId, arrival } = textsOf(body, ['bookingId', 'propertyId', 'arrival']);
  if (!bookingId || !propertyId || !arrival || !parseDay(arrival)) throw new PoisonError('The message is no reminder.');
  return { bookingId, propertyId, arrival };
}
