import { GetCommand, PutCommand } from '@aws-sdk/lib-dynamodb';
import { describe, expect, it, vi } from 'vitest';
import { claimItem, reminderKey } from '../../../core/reminders/reminder.ts';
import { cloud, drained, get, guest } from '../../support/cloud/cloud.ts';
import { invoke } from '../../support/cloud/functionProcesses.ts';
import { MODIFY } from '../../support/api/lifecycle.ts';
import { CANCEL } from '../../support/api/operations.ts';
import { plusDays } from '../../support/data/days.ts';
import { ARRIVAL, bookNight, leadTo, remindingAt, rewrite, setLead } from '../../support/data/reminders.ts';
import { documents } from '../../support/data/tables.ts';
import { listenToBus } from '../../support/parts/bus.ts';
import { sendTo, waitingIn } from '../../support/parts/queues.ts';
import { scheduleReader } from '../../support/parts/schedules.ts';
import { until as untilIn } from '../../support/until.ts';

// Reminders fall due some seconds ahead, while most functions start cold.
vi.setConfig({ testTimeout: 180_000 });

const SECOND = 1_000;
const until = <T>(what: string, ask: () => Promise<T | null | undefined | false>) => untilIn(what, ask, 60 * SECOND);
const DAY = 86_400_000;
const inSeconds = (seconds: number) => Date.now() + seconds * SECOND;
const ear = listenToBus(cloud);
const scheduleOf = scheduleReader(cloud);
const heardOf = (bookingId: string) => ear.heard(({ detail }) => detail.bookingId === bookingId);

/** The schedule's time, once it has one that is not `other`. */
const scheduledTo = (bookingId: string, other = '') =>
  until(`schedule of ${bookingId}`, async () => {
    const schedule = await scheduleOf(bookingId);
    return schedule?.ScheduleExpression !== other && schedule?.ScheduleExpression;
  });
const unscheduled = (bookingId: string) =>
  until(`end of the schedule of ${bookingId}`, async () => !(await scheduleOf(bookingId)));
const reminded = (bookingId: string, count = 1) =>
  until(`reminder of ${bookingId}`, async () => {
    const heard = await heardOf(bookingId);
    return heard.length >= count && heard;
  });
const at = (due: number) => `at(${new Date(Math.floor(due / SECOND) * SECOND).toISOString().slice(0, 19)})`;

const move = async (id: string, arrival: string) =>
  get(await guest('ada'), MODIFY, { input: { id, arrival, departure: plusDays(arrival, 1) } });

/** A test has no day to wait: the reminder falls due at once by a shorter lead time, which counts from the booking's next change. */
async function bringForward(bookingId: string, propertyId: string, due: number, changes: Record<string, unknown>) {
  await setLead(propertyId, leadTo(due));
  await rewrite(bookingId, changes);
}

/** What a schedule sends when it happens. */
const fire = (bookingId: string, propertyId: string, arrival = ARRIVAL) =>
  sendTo('RemindersDue', { body: JSON.stringify({ bookingId, propertyId, arrival }) });
const markerOf = async (bookingId: string, arrival = ARRIVAL) => {
  const Key = reminderKey({ bookingId, arrival });
  const { Item } = await documents.send(
    new GetCommand({ TableName: cloud.tables.Operations, Key, ConsistentRead: true }),
  );
  return Item;
};

describe('a reminder', () => {
  it.concurrent('comes once, at its time, from the booking alone, however often its schedule happens', async () => {
    const propertyId = await remindingAt(Date.now() + DAY);
    const bookingId = await bookNight(propertyId);
    const schedule = await until('schedule', () => scheduleOf(bookingId));
    expect(schedule).toMatchObject({
      ScheduleExpressionTimezone: 'UTC',
      FlexibleTimeWindow: { Mode: 'OFF' },
      ActionAfterCompletion: 'DELETE',
    });
    const due = inSeconds(8);
    await bringForward(bookingId, propertyId, due, { version: 2 });
    const [event] = await reminded(bookingId);
    expect(Date.now()).toBeGreaterThanOrEqual(Math.floor(due / SECOND) * SECOND);
    expect(event).toMatchObject({ source: 'keyrack.bookings', 'detail-type': 'ReminderDue' });
    expect(event.detail).toEqual({
      schemaVersion: 1,
      reminderId: `${bookingId}:${ARRIVAL}`,
      bookingId,
      version: 2,
      propertyId,
      arrival: ARRIVAL,
      guestRef: (await guest('ada')).sub,
    });
    await unscheduled(bookingId);
    await until('mark', async () => (await markerOf(bookingId))?.state === 'SENT');
    await Promise.all([fire(bookingId, propertyId), fire(bookingId, propertyId)]);
    await drained();
    expect(await heardOf(bookingId)).toHaveLength(1);
    // The example rule may publish to its topic.
    expect(await waitingIn('ReminderNoticesDeadLetters')).toBe(0);
  });

  it.concurrent('of a cancelled booking does not come, and has no schedule', async () => {
    const propertyId = await remindingAt(Date.now() + DAY);
    const bookingId = await bookNight(propertyId);
    await scheduledTo(bookingId);
    await get(await guest('ada'), CANCEL, { id: bookingId });
    await unscheduled(bookingId);
    await setLead(propertyId, leadTo(Date.now()));
    await fire(bookingId, propertyId);
    await drained();
    expect(await heardOf(bookingId)).toEqual([]);
    expect(await markerOf(bookingId)).toBeUndefined();
  });

  it.concurrent('of a moved booking comes at the new time only', async () => {
    const later = Date.now() + 2 * DAY;
    const propertyId = await remindingAt(later);
    const [first, second] = [plusDays(ARRIVAL, 3), plusDays(ARRIVAL, 5)];
    const bookingId = await bookNight(propertyId, first);
    expect(await scheduledTo(bookingId)).toBe(at(later + 3 * DAY));
    await move(bookingId, second);
    expect(await scheduledTo(bookingId, at(later + 3 * DAY))).toBe(at(later + 5 * DAY));
    await setLead(propertyId, leadTo(inSeconds(8)));
    await move(bookingId, ARRIVAL);
    // The old schedule had already begun to happen.
    await fire(bookingId, propertyId, first);
    const [event] = await reminded(bookingId);
    expect(event.detail).toMatchObject({ arrival: ARRIVAL, version: 3 });
    await unscheduled(bookingId);
    await drained();
    expect(await heardOf(bookingId)).toHaveLength(1);
  });

  it.concurrent('that happens too early puts its schedule right, and comes later', async () => {
    const propertyId = await remindingAt(Date.now() + DAY);
    const bookingId = await bookNight(propertyId);
    const before = await scheduledTo(bookingId);
    const due = Date.now() + 2 * DAY;
    await setLead(propertyId, leadTo(due));
    await fire(bookingId, propertyId);
    expect(await scheduledTo(bookingId, before)).toBe(at(due));
    expect(await heardOf(bookingId)).toEqual([]);
  });

  it.concurrent('is not sent to who books after its time', async () => {
    const propertyId = await remindingAt(Date.now() - DAY);
    const bookingId = await bookNight(propertyId);
    await drained();
    expect([await scheduleOf(bookingId), await heardOf(bookingId)]).toEqual([null, []]);
  });

  it.concurrent('is not lost with who claimed it and died: the claim lapses', async () => {
    const propertyId = await remindingAt(Date.now() - SECOND);
    const bookingId = await bookNight(propertyId);
    const lapses = inSeconds(3);
    const Item = claimItem({ bookingId, propertyId, arrival: ARRIVAL }, lapses);
    await documents.send(new PutCommand({ TableName: cloud.tables.Operations, Item }));
    // Two take it up at the same time.
    await Promise.all([fire(bookingId, propertyId), fire(bookingId, propertyId)]);
    await reminded(bookingId);
    expect(Date.now()).toBeGreaterThanOrEqual(lapses);
    await drained();
    expect(await heardOf(bookingId)).toHaveLength(1);
  });
});

describe('the sweep', () => {
  const sweep = () => invoke(cloud.functions.ReminderSweep, {});

  it.concurrent('schedules what is due soon after a property has begun to remind its guests', async () => {
    const propertyId = await remindingAt(Date.now());
    await setLead(propertyId, null);
    const [near, far] = [await bookNight(propertyId), await bookNight(propertyId, plusDays(ARRIVAL, 1))];
    await drained();
    expect(await scheduleOf(near)).toBeNull();
    const due = inSeconds(3_600);
    await setLead(propertyId, leadTo(due));
    await sweep();
    expect(await scheduledTo(near)).toBe(at(due));
    await drained();
    expect(await scheduleOf(far)).toBeNull();
  });

  it.concurrent('finds the reminder whose schedule was lost', async () => {
    const propertyId = await remindingAt(inSeconds(-3_600));
    const bookingId = await bookNight(propertyId);
    await rewrite(bookingId, { updated_at: new Date(Date.now() - DAY).toISOString() });
    await sweep();
    expect(await reminded(bookingId)).toHaveLength(1);
    await sweep();
    await drained();
    expect(await heardOf(bookingId)).toHaveLength(1);
  });
});
