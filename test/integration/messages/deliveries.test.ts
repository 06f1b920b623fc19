import { randomUUID } from 'node:crypto';
import { PutCommand, QueryCommand } from '@aws-sdk/lib-dynamodb';
import { afterEach, expect, it, vi } from 'vitest';
import { bookingEvent } from '../../../core/events/bookingEvent.ts';
import { sampleBooking } from '../../../core/events/testing/sampleBooking.ts';
import { claimedItem } from '../../../core/messages/markers.ts';
import { messageOf } from '../../../core/messages/messageOf.ts';
import type { BookingItem } from '../../../core/portable/items/booking.ts';
import { messagesPartition } from '../../../core/portable/items/operations.ts';
import { cloud, drained, faults } from '../../support/cloud/cloud.ts';
import { ARRIVAL, bookStay, messagesOf, sent } from '../../support/data/messages.ts';
import { newProperty } from '../../support/data/property.ts';
import { documents } from '../../support/data/tables.ts';
import { mailsTo, mailsWhen } from '../../support/parts/mailbox.ts';
import { sendTo } from '../../support/parts/queues.ts';
import { plusDays } from '../../support/data/days.ts';

const WAIT = { timeout: 60_000, interval: 50 };
vi.setConfig({ testTimeout: 120_000 });
afterEach(() => faults.clear());

/** A booking whose events come from the test alone. */
async function newBooking(): Promise<BookingItem> {
  const property_id = await newProperty({ from: ARRIVAL, to: plusDays(ARRIVAL, 1) });
  const guest = { name: 'Ada Lovelace', email: `${randomUUID()}@guests.example` };
  return sampleBooking({ booking_id: randomUUID(), property_id, guest });
}

const eventOf = (item: BookingItem, before: BookingItem | null = null) => bookingEvent(before, item, 'NONE')!;
const deliver = (...events: object[]) =>
  sendTo('GuestMessages', ...events.map((event) => ({ body: JSON.stringify(event) })));

async function markersOf(bookingId: string) {
  const key = { ':pk': messagesPartition(bookingId) };
  const TableName = cloud.tables.Operations;
  const query = { TableName, KeyConditionExpression: 'pk = :pk', ExpressionAttributeValues: key };
  return (await documents.send(new QueryCommand(query))).Items ?? [];
}

it('one event that comes again and again, at once and later, is one mail', async () => {
  const booking = await newBooking();
  const event = eventOf(booking);
  await deliver(...Array.from({ length: 8 }, () => event));
  await mailsWhen(1, booking.guest.email);
  await drained();
  await deliver(event);
  await drained();
  expect(await mailsTo(booking.guest.email)).toHaveLength(1);
  expect(await markersOf(booking.booking_id)).toMatchObject([{ state: 'SENT', attempts: 1 }]);
});

it('what comes after a later version is not told any more', async () => {
  const booking = await newBooking();
  const late = claimedItem(messageOf(eventOf(booking))!, 0, { now: 0, until: 1 });
  await documents.send(new PutCommand({ TableName: cloud.tables.Operations, Item: late }));
  const changed = { ...booking, version: 2, departure: plusDays(booking.departure, 1), nights: 4 };
  await deliver(eventOf(changed, booking));
  const [change] = await mailsWhen(1, booking.guest.email);
  expect(change.subject).toBe('Your booking at Test House has changed');
  await drained();
  await deliver(eventOf(booking));
  await drained();
  expect(await mailsTo(booking.guest.email)).toHaveLength(1);
  expect(await markersOf(booking.booking_id)).toMatchObject([
    { version: 1, state: 'FAILED', reason: 'A later version was told instead.' },
    { version: 2, state: 'SENT' },
  ]);
});

it('what a worker died over is sent when its claim has run out', async () => {
  const booking = await newBooking();
  const event = eventOf(booking);
  const died = Date.now() - 60_000;
  const claim = claimedItem(messageOf(event)!, 0, { now: died, until: died + 30_000 });
  await documents.send(new PutCommand({ TableName: cloud.tables.Operations, Item: claim }));
  await deliver(event);
  await mailsWhen(1, booking.guest.email);
  await drained();
  expect(await markersOf(booking.booking_id)).toMatchObject([{ state: 'SENT', attempts: 2 }]);
});

it('an address that the mail service refuses is told, once, without the address', async () => {
  const { id, user, email } = await bookStay({ email: `ada..${randomUUID()}@guests.example` });
  await vi.waitFor(
    async () =>
      expect(await messagesOf(id, user)).toEqual([
        {
          kind: 'CONFIRMATION',
          version: 1,
          state: 'FAILED',
          sentAt: null,
          reason: 'The mail service refused the message or its address (BadRequestException).',
        },
      ]),
    WAIT,
  );
  await drained();
  const markers = await markersOf(id);
  expect(markers).toMatchObject([{ attempts: 1, is_final: true }]);
  expect(JSON.stringify(markers)).not.toMatch(/@|Ada|Lovelace/);
  expect(await mailsTo(email)).toEqual([]);
});

it('while the mail service takes nothing a message is pending, and goes out once it does', async () => {
  await faults.set({ seed: 7, rules: [{ kind: 'throttle', operations: ['SendEmail'], rate: 1 }] });
  const { id, email } = await bookStay();
  const waiting = {
    kind: 'CONFIRMATION',
    version: 1,
    state: 'PENDING',
    sentAt: null,
    reason: 'The mail service did not take the message just now (TooManyRequestsException).',
  };
  await vi.waitFor(async () => expect(await messagesOf(id)).toEqual([waiting]), WAIT);
  await faults.clear();
  await mailsWhen(1, email);
  await vi.waitFor(async () => expect(await messagesOf(id)).toEqual([sent('CONFIRMATION', 1)]), WAIT);
  expect(await mailsTo(email)).toHaveLength(1);
});
