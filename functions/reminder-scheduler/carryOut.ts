import type { ReminderPlan } from '../../core/reminders/planReminder.ts';
import { sendReminders } from '../shared/reminders/sendReminders.ts';
import { config } from './config.ts';
import { putSchedule, removeSchedule } from './schedules.ts';

/** Does what is to be done about the schedule of a booking. */
export async function carryOut(bookingId: string, plan: ReminderPlan): Promise<void> {
  switch (plan.kind) {
    case 'SCHEDULE':
      return putSchedule(bookingId, plan.at, plan.reminder);
    case 'NOW': {
      const delaySeconds = Math.max(0, Math.ceil((plan.at - Date.now()) / 1000));
      return sendReminders(config.dueQueue, [{ body: plan.reminder, group: plan.reminder.propertyId, delaySeconds }]);
    }
    case 'REMOVE':
      return removeSchedule(bookingId);
    case 'LEAVE':
      return;
    default:
      plan satisfies never;
  }
}
