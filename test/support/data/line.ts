import { randomUUID } from 'node:crypto';
import { BatchGetCommand, PutCommand, UpdateCommand } from '@aws-sdk/lib-dynamodb';
import { type BookingItem, queueKey } from '../../../core/portable/items/booking.ts';
import { pageKey } from '../../../core/portable/items/calendarPage.ts';
import { cloud } from '../cloud/cloud.ts';
import { documents } from './tables.ts';

/** Outlasts slow requests. */
const HOT_MS = 60_000;

/** Makes whoever books on the pages of these months (`YYYY-MM`) stand in line for a while. */
export async function makeHot(propertyId: string, ...months: string[]): Promise<void> {
  await makeHotFor(HOT_MS, propertyId, ...months);
}

/** The same, for so many milliseconds. */
export async function makeHotFor(ms: number, propertyId: string, ...months: string[]): Promise<void> {
  for (const month of months) {
    await documents.send(
      new UpdateCommand({
        TableName: cloud.tables.Inventory,
        Key: { property_id: propertyId, page: pageKey(month, 'DLX') },
        UpdateExpression: 'SET hot_until = :until',
        ExpressionAttributeValues: { ':until': Date.now() + ms },
      }),
    );
  }
}

type Asked = { propertyId: string; arrival: string; departure: string; guestId?: string };

/** Puts a booking into the line past the API, whatever is wrong with it. @returns its id */
export async function joinLine(asked: Asked, changes: Partial<Record<keyof BookingItem, unknown>> = {}) {
  const { propertyId, arrival, departure, guestId } = asked;
  const now = new Date().toISOString();
  const stay = { property_id: propertyId, room_type_id: 'DLX', arrival, departure, units: 1, adults: 1, children: 0 };
  const guest = { name: 'Ada Lovelace', email: 'ada@example.com' };
  const item = {
    ...stay,
    booking_id: randomUUID() as string,
    ...(guestId ? { guest_id: guestId } : {}),
    created_by: guestId ?? 'test',
    status: 'QUEUED',
    version: 1,
    nights: 1,
    nightly_rates: [10_000],
    total_amount: 10_000,
    currency: 'EUR',
    time_zone: 'Europe/Lisbon',
    guest,
    request: stay,
    request_guest: guest,
    queue_key: queueKey(propertyId, 'DLX'),
    queued_at: `${now}#${randomUUID()}`,
    created_at: now,
    updated_at: now,
    ...changes,
  };
  await documents.send(new PutCommand({ TableName: cloud.tables.Bookings, Item: item }));
  return item.booking_id as string;
}

/** Up to 100 bookings as the table has them. */
export async function storedBookings(ids: string[]): Promise<BookingItem[]> {
  const table = cloud.tables.Bookings;
  const Keys = ids.map((booking_id) => ({ booking_id }));
  const wanted = { [table]: { Keys, ConsistentRead: true } };
  const { Responses } = await documents.send(new BatchGetCommand({ RequestItems: wanted }));
  return (Responses?.[table] ?? []) as BookingItem[];
}
