import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { type GetScheduleCommandOutput, SchedulerClient, UpdateScheduleCommand } from '@aws-sdk/client-scheduler';
import { DynamoDBDocumentClient, PutCommand } from '@aws-sdk/lib-dynamodb';
import { expect, onTestFinished, test } from 'vitest';
import { sampleBooking } from '../../../core/events/testing/sampleBooking.ts';
import { toBookingPolicy } from '../../../core/portable/items/bookingPolicy.ts';
import { PROPERTY_KEY } from '../../../core/portable/items/catalog.ts';
import { startOfDay } from '../../../core/reminders/startOfDay.ts';
import { LOCAL_ADMINISTRATOR } from '../../../local/iam/administrator.ts';
import { type ChildCloud, startChildCloud } from '../../support/cloud/childCloud.ts';
import { cloud as shared } from '../../support/cloud/cloud.ts';
import { plusDays } from '../../support/data/days.ts';
import { listenToBus } from '../../support/parts/bus.ts';
import { scheduleReader } from '../../support/parts/schedules.ts';
import { until } from '../../support/until.ts';

const TIME_ZONE = 'Europe/Lisbon';
const HOUR_MS = 3_600_000;
const arrival = plusDays(new Date().toISOString().slice(0, 10), 5);
const arrivesAt = startOfDay(arrival, TIME_ZONE);
const PROPERTY = 'hotel-of-restarts';

/** Writes into a table of another cloud of the same app: its names are the same. */
async function put(cloud: ChildCloud, table: string, item: object): Promise<void> {
  const client = new DynamoDBClient({
    endpoint: cloud.endpointUrl,
    region: cloud.region,
    credentials: LOCAL_ADMINISTRATOR,
  });
  await DynamoDBDocumentClient.from(client).send(new PutCommand({ TableName: shared.tables[table], Item: item }));
}

const remindAt = (cloud: ChildCloud, due: number) =>
  put(cloud, 'Catalog', {
    property_id: PROPERTY,
    sk: PROPERTY_KEY,
    name: 'Restarts',
    city: 'Porto',
    country: 'PT',
    currency: 'EUR',
    home_region: cloud.region,
    time_zone: TIME_ZONE,
    booking_policy: toBookingPolicy({ reminderHours: (arrivesAt - due) / HOUR_MS }),
    version: 1,
    updated_at: new Date().toISOString(),
  });

/** Brings the schedule's time forward, as if it had been waiting for days. */
async function reschedule(cloud: ChildCloud, schedule: GetScheduleCommandOutput, due: number): Promise<void> {
  const client = new SchedulerClient({
    endpoint: cloud.endpointUrl,
    region: cloud.region,
    credentials: LOCAL_ADMINISTRATOR,
  });
  const { Name, GroupName, FlexibleTimeWindow, ActionAfterCompletion, Target } = schedule;
  const ScheduleExpression = `at(${new Date(due).toISOString().slice(0, 19)})`;
  await client.send(
    new UpdateScheduleCommand({
      Name,
      GroupName,
      FlexibleTimeWindow,
      ActionAfterCompletion,
      Target,
      ScheduleExpression,
    }),
  );
}

test('a reminder that falls due while nothing runs comes once everything runs again', {
  timeout: 240_000,
}, async () => {
  const folder = await mkdtemp(join(tmpdir(), 'keyrack-reminders-'));
  onTestFinished(() => rm(folder, { recursive: true, force: true }));
  const first = await startChildCloud(folder);
  onTestFinished(() => first.kill());
  await remindAt(first, Date.now() + 24 * HOUR_MS);
  const booking = { ...sampleBooking(), property_id: PROPERTY, arrival, departure: plusDays(arrival, 1) };
  await put(first, 'Bookings', { ...booking, updated_at: new Date().toISOString() });
  const schedule = await until('schedule', () => scheduleReader(first)(booking.booking_id), 60_000);
  const due = Math.floor(Date.now() / 1000) * 1000 + 4_000;
  await remindAt(first, due);
  await reschedule(first, schedule, due);
  await first.kill();

  const second = await startChildCloud(folder);
  onTestFinished(() => second.kill());
  const ear = listenToBus(second);
  const heard = () => ear.heard(({ detail }) => detail.bookingId === booking.booking_id);
  await until('reminder', async () => (await heard()).length > 0, 60_000);
  expect(Date.now()).toBeGreaterThanOrEqual(due);
  await until('end of the schedule', async () => !(await scheduleReader(second)(booking.booking_id)));
  expect((await heard()).map(({ detail }) => detail.reminderId)).toEqual([`${booking.booking_id}:${arrival}`]);
});
