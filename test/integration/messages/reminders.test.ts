import { randomUUID } from 'node:crypto';
import { expect, it, vi } from 'vitest';
import { BUS_SOURCE, REMINDER_DUE } from '../../../core/events/reminderDue.ts';
import { CANCEL } from '../../support/api/operations.ts';
import { drained, get } from '../../support/cloud/cloud.ts';
import { ARRIVAL, bookStay, messagesOf, sent } from '../../support/data/messages.ts';
import { setLead } from '../../support/data/reminders.ts';
import { mailsTo, mailsWhen } from '../../support/parts/mailbox.ts';
import { sendTo } from '../../support/parts/queues.ts';

vi.setConfig({ testTimeout: 120_000 });

/** What the bus sends, as often as it likes. */
const due = (bookingId: string, arrival: string) => {
  const detail = { schemaVersion: 1, reminderId: `${bookingId}:${arrival}`, bookingId, version: 1, arrival };
  const body = { id: randomUUID(), source: BUS_SOURCE, 'detail-type': REMINDER_DUE, detail };
  return sendTo('GuestMessages', { body: JSON.stringify(body) });
};
/** What a schedule sends when it happens. */
const fire = (bookingId: string, propertyId: string) =>
  sendTo('RemindersDue', { body: JSON.stringify({ bookingId, propertyId, arrival: ARRIVAL }) });

it('a guest is reminded of a stay once its time has come, once', async () => {
  const { id, propertyId, email } = await bookStay({ language: 'es' });
  await mailsWhen(1, email);
  // As long ahead as the stay itself is at most: due at once.
  await setLead(propertyId, 24 * 120);
  await fire(id, propertyId);
  const [, reminder] = await mailsWhen(2, email);
  expect(reminder.subject).toBe('Su estancia se acerca: Test House');
  await drained();
  await due(id, ARRIVAL);
  await drained();
  expect(await mailsTo(email)).toHaveLength(2);
  expect(await messagesOf(id)).toEqual([sent('CONFIRMATION', 1), sent('REMINDER', 1)]);
});

it('nobody is reminded of a stay that was cancelled or moved', async () => {
  const { id, user, email } = await bookStay();
  await mailsWhen(1, email);
  await due(id, '2031-01-01');
  await get(user, CANCEL, { id });
  await mailsWhen(2, email);
  await due(id, ARRIVAL);
  await drained();
  expect(await mailsTo(email)).toHaveLength(2);
});
