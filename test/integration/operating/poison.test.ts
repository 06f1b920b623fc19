import { randomUUID } from 'node:crypto';
import { PutCommand, UpdateCommand } from '@aws-sdk/lib-dynamodb';
import { afterAll, beforeAll, expect, it, vi } from 'vitest';
import { summaryKey } from '../../../core/cache/cachedSummary.ts';
import { PROPERTY_KEY } from '../../../core/portable/items/catalog.ts';
import { cacheReader } from '../../support/parts/cache.ts';
import { cloud, get, guest, operator, redis, staff } from '../../support/cloud/cloud.ts';
import { monthAhead, plusDays } from '../../support/data/days.ts';
import { type DeadLetter, DISCARD, lettersNow, lettersOf, REDRIVE } from '../../support/parts/deadLetters.ts';
import { makeHot } from '../../support/data/line.ts';
import { BOOK } from '../../support/api/operations.ts';
import { bookedId, lowerTotal } from '../../support/data/overbookings.ts';
import { ARRIVAL, bookNight, remindingAt } from '../../support/data/reminders.ts';
import { mailsWhen } from '../../support/parts/mailbox.ts';
import { newProperty } from '../../support/data/property.ts';
import { listenToBus } from '../../support/parts/bus.ts';
import { scheduleReader } from '../../support/parts/schedules.ts';
import { sendTo } from '../../support/parts/queues.ts';
import { stayInput } from '../../support/data/stay.ts';
import { subscribe } from '../../support/api/subscribe.ts';
import { documents } from '../../support/data/tables.ts';

const ear = listenToBus(cloud);
const scheduleOf = scheduleReader(cloud);
const from = monthAhead(2);
const WAIT = { timeout: 60_000, interval: 50 };
// All at once, and most functions start cold.
vi.setConfig({ testTimeout: 180_000 });

let cache: ReturnType<typeof cacheReader>;
beforeAll(async () => {
  cache = cacheReader(await redis.url());
});
afterAll(() => cache.redis.disconnect());

const put = (TableName: string, Item: object) => documents.send(new PutCommand({ TableName, Item }));

/** Writes a booking that no code of ours could have written: it has no guest. */
async function breakBooking(more: object = {}): Promise<string> {
  const id = randomUUID();
  const property_id = `broken-${id}`;
  await put(cloud.tables.Bookings, { booking_id: id, property_id, version: 1, status: 'CONFIRMED', ...more });
  return id;
}

/** A booking that stands in a line of a name that no queue takes. */
const breakLine = () => breakBooking({ status: 'QUEUED', queue_key: 'no such line' });

/** An overbooking that has come to nothing: no moves, no proposals. */
async function breakOverbooking(): Promise<string> {
  const id = randomUUID();
  await put(cloud.tables.Operations, {
    pk: `OVERBOOKING#${id}`,
    sk: '2031-01-01#DLX',
    version: 1,
    status: 'ESCALATED',
  });
  return id;
}

/** A property without version. */
async function breakProperty(): Promise<string> {
  const property_id = `broken-${randomUUID()}`;
  await put(cloud.tables.Catalog, { property_id, sk: PROPERTY_KEY, name: 'Nowhere' });
  return property_id;
}

/** Books at a property of its own, and waits until its staff hear of it. */
async function bookAndHear(): Promise<void> {
  const propertyId = await newProperty({ from, to: plusDays(from, 5) });
  const desk = await staff(`desk-${propertyId}`, propertyId);
  const told = await subscribe(desk, `subscription { onBookingChanged(propertyId: "${propertyId}") { id } }`);
  const input = stayInput({ propertyId, arrival: from, departure: plusDays(from, 2) });
  await get(await guest('ada'), BOOK, { input });
  expect(await told.next()).toEqual({ id: input.bookingId });
  told.stop();
}

/** Books, and waits until the history has it. */
async function bookAndRecord(): Promise<void> {
  const propertyId = await newProperty({ from, to: plusDays(from, 5) });
  const input = stayInput({ propertyId, arrival: from, departure: plusDays(from, 2) });
  await get(await guest('ada'), BOOK, { input });
  const olga = await operator();
  const trail = `{ auditTrail(bookingId: "${input.bookingId}") { version } }`;
  await vi.waitFor(async () => expect((await get(olga, trail)).auditTrail).toEqual([{ version: 1 }]), WAIT);
}

/** Books, and waits until the guest has the confirmation. */
async function bookAndWrite(): Promise<void> {
  const propertyId = await newProperty({ from, to: plusDays(from, 5) });
  const email = `${randomUUID()}@guests.example`;
  const stay = { propertyId, arrival: from, departure: plusDays(from, 2) };
  await get(await guest('ada'), BOOK, { input: stayInput({ ...stay, guest: { name: 'Ada', email } }) });
  await mailsWhen(1, email);
}

/** Writes a page whose list of rates is too short and whose available units are none. */
async function breakPage(): Promise<string> {
  const id = `broken-${randomUUID()}`;
  await put(cloud.tables.Inventory, {
    property_id: id,
    page: '2031-01#DLX',
    version: 1,
    available_units: 'x',
    rate: [1],
  });
  return id;
}

/** Books where one has to stand in line, and waits until the room is theirs. */
async function bookInLine(): Promise<void> {
  const propertyId = await newProperty({ from, to: plusDays(from, 5) });
  await makeHot(propertyId, from.slice(0, 7));
  const ada = await guest('ada');
  const input = stayInput({ propertyId, arrival: from, departure: plusDays(from, 2) });
  expect((await get(ada, BOOK, { input })).bookRoom.status).toBe('QUEUED');
  const ASK = `{ booking(id: "${input.bookingId}") { status } }`;
  await vi.waitFor(async () => expect((await get(ada, ASK)).booking.status).toBe('CONFIRMED'), WAIT);
}

/** Oversells a night with nowhere to go, and waits until its staff hear of it. */
async function overbook(): Promise<void> {
  const propertyId = await newProperty({ from, to: plusDays(from, 2), total: 1 });
  const desk = await staff(`desk-${propertyId}`, propertyId);
  const told = await subscribe(desk, `subscription { onOverbooking(propertyId: "${propertyId}") { date shortfall } }`);
  await bookedId(await guest('ada'), { propertyId, arrival: from, departure: plusDays(from, 1) });
  await lowerTotal({ propertyId, from, to: plusDays(from, 1), total: 0 });
  expect(await told.next()).toEqual({ date: from, shortfall: 1 });
  told.stop();
}

const isKnown = async (propertyId: string) => (await cache.redis.exists(summaryKey(propertyId))) === 1;

/** Loads a property, and waits until the cache has it. */
async function putAndFind(): Promise<void> {
  const propertyId = await newProperty({ from, to: plusDays(from, 2) });
  await vi.waitFor(async () => expect(await isKnown(propertyId)).toBe(true), WAIT);
}

/** Sends what no consumer of a queue can read; in a group of its own where the queue has groups. */
const breakMessage = (queue: string, group?: string) => async (): Promise<string> => {
  const mark = randomUUID();
  await sendTo(queue, { body: `{"mark": "${mark}`, group: group && `${group}${mark}` });
  return mark;
};

/** Books where guests are reminded, and waits until the reminder has a schedule. */
async function bookAndSchedule(): Promise<void> {
  const bookingId = await bookNight(await remindingAt(Date.now() + 86_400_000));
  await vi.waitFor(async () => expect(await scheduleOf(bookingId)).not.toBeNull(), WAIT);
}

/** Has a reminder fall due, and waits until the bus hears of it. */
async function bookAndRemind(): Promise<void> {
  const propertyId = await remindingAt(Date.now() - 1_000);
  const bookingId = await bookNight(propertyId);
  await sendTo('RemindersDue', { body: JSON.stringify({ bookingId, propertyId, arrival: ARRIVAL }) });
  const heard = () => ear.heard(({ detail }) => detail.bookingId === bookingId);
  await vi.waitFor(async () => expect(await heard()).toHaveLength(1), WAIT);
}

/** For each consumer: what it can never do, answering a text of its letter, and what it must do all the same. */
const consumers = [
  { queue: 'bookingEvents.Bookings', poison: breakBooking, healthy: bookAndHear },
  { queue: 'bookingQueueWaker.Bookings', poison: breakLine, healthy: bookInLine },
  { queue: 'cacheUpdater.Inventory', poison: breakPage, healthy: bookAndHear },
  { queue: 'hotBookingChecker.Inventory', poison: breakPage, healthy: overbook },
  { queue: 'overbookingEvents.Operations', poison: breakOverbooking, healthy: overbook },
  { queue: 'catalogCache.Catalog', poison: breakProperty, healthy: putAndFind },
  { queue: 'Audit', poison: breakMessage('Audit'), healthy: bookAndRecord },
  { queue: 'Reminders', poison: breakMessage('Reminders'), healthy: bookAndSchedule },
  { queue: 'RemindersDue', poison: breakMessage('RemindersDue'), healthy: bookAndRemind },
  { queue: 'GuestMessages', poison: breakMessage('GuestMessages'), healthy: bookAndWrite },
  { queue: 'PmsWebhook', poison: breakMessage('PmsWebhook'), healthy: bookAndHear },
  { queue: 'PmsOpenTravel', poison: breakMessage('PmsOpenTravel'), healthy: bookAndHear },
  { queue: 'BookingQueue', poison: breakMessage('BookingQueue', 'nobody#'), healthy: bookAndHear },
];

/** A batch that came again, for whatever else was in it, has left one more. */
async function expectThrownAway(queue: string, isMine: (letter: DeadLetter) => boolean): Promise<void> {
  const left = await lettersNow(queue, isMine);
  for (const { id } of left) await get(await operator(), DISCARD, { queue, id });
  expect(left).toEqual([]);
}

it.concurrent.each(consumers)(
  'poison for $queue stops nobody else, lies among the dead letters with its reason, comes back when redriven, and can be thrown away',
  async ({ queue, poison, healthy }) => {
    const olga = await operator();
    const began = Date.now();
    const text = await poison();
    await healthy();
    const isMine = ({ body }: DeadLetter) => body.includes(text);
    const [letter] = await lettersOf(queue, isMine);
    expect(letter).toMatchObject({ queue, reason: expect.stringMatching(/\w{3}/) });
    expect(Date.parse(letter.sentAt)).toBeGreaterThanOrEqual(began);

    expect(await get(olga, REDRIVE, { queue, ids: [letter.id] })).toEqual({ redriveDeadLetters: 1 });
    const [again] = await lettersOf(queue, (one) => isMine(one) && one.id !== letter.id);
    expect(again.reason).toBe(letter.reason);
    expect(await get(olga, DISCARD, { queue, id: letter.id })).toEqual({ discardDeadLetter: false });
    expect(await get(olga, DISCARD, { queue, id: again.id })).toEqual({ discardDeadLetter: true });
    await vi.waitFor(() => expectThrownAway(queue, isMine), WAIT);
  },
);

it('what is mended and sent back is done', async () => {
  const queue = 'catalogCache.Catalog';
  const propertyId = await breakProperty();
  const [letter] = await lettersOf(queue, ({ body }) => body.includes(propertyId));
  expect(await isKnown(propertyId)).toBe(false);
  const Key = { property_id: propertyId, sk: PROPERTY_KEY };
  const repair = { UpdateExpression: 'SET version = :one', ExpressionAttributeValues: { ':one': 1 } };
  await documents.send(new UpdateCommand({ TableName: cloud.tables.Catalog, Key, ...repair }));
  await vi.waitFor(async () => expect(await isKnown(propertyId)).toBe(true), WAIT);
  // The stream told of the repair too. What comes now comes from the letter.
  await cache.redis.del(summaryKey(propertyId));
  expect(await get(await operator(), REDRIVE, { queue, ids: [letter.id] })).toEqual({ redriveDeadLetters: 1 });
  expect(await isKnown(propertyId)).toBe(true);
  expect(await lettersNow(queue, ({ id }) => id === letter.id)).toEqual([]);
});
