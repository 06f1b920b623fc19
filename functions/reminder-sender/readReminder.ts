import { parseDay } from '../../core/portable/days/dates.ts';
import type { Reminder } from '../../core/reminders/reminder.ts';
import { PoisonError } from '../shared/batch/poison.ts';
import { textsOf } from '../shared/reminders/readMessage.ts';

/**
 * Dead letters of EventBridge Scheduler may hold the call that failed instead of the message, as in its user guide under
 * "Retrieve the dead-letter event"; sent back they are as good.
 * @throws {PoisonError} for a body that is no reminder
 */
export function readReminder(body: string): Reminder {
  const { MessageBody } = textsOf(body, ['MessageBody']);
  const { bookingId, propertyId, arrival } = textsOf(MessageBody ?? body, ['bookingId', 'propertyId', 'arrival']);
  if (!bookingId || !propertyId || !arrival || !parseDay(arrival)) throw new PoisonError('The message is no reminder.');
  return { bookingId, propertyId, arrival };
}
