import { UpdateCommand } from '@aws-sdk/lib-dynamodb';
import { toBookingPolicy } from '../../../core/portable/items/bookingPolicy.ts';
import { PROPERTY_KEY } from '../../../core/portable/items/catalog.ts';
import { startOfDay } from '../../../core/reminders/startOfDay.ts';
import { cloud, get, guest } from '../cloud/cloud.ts';
import { BOOK } from '../api/operations.ts';
import { plusDays } from './days.ts';
import { newProperty } from './property.ts';
import { stayInput } from './stay.ts';
import { documents } from './tables.ts';

const HOUR_MS = 3_600_000;
const TIME_ZONE = 'Europe/Lisbon';

/** A day far enough ahead for every lead time of these tests, and near enough to have none of more than 30 days. */
export const ARRIVAL = plusDays(new Date().toISOString().slice(0, 10), 10);

/** When guests who arrive on that date are to be reminded, whole seconds: then so many hours lie before that day. */
export function leadTo(due: number, arrival = ARRIVAL): number {
  return (startOfDay(arrival, TIME_ZONE) - Math.floor(due / 1000) * 1000) / HOUR_MS;
}

/** Sets a property's lead time past the API, which takes whole hours only: a test has no hour to wait. */
export async function setLead(propertyId: string, reminderHours: number | null): Promise<void> {
  await documents.send(
    new UpdateCommand({
      TableName: cloud.tables.Catalog,
      Key: { property_id: propertyId, sk: PROPERTY_KEY },
      UpdateExpression: 'SET booking_policy = :policy',
      ExpressionAttributeValues: { ':policy': toBookingPolicy({ reminderHours }) },
    }),
  );
}

/** A property that reminds guests of {@link ARRIVAL} at that time, and can be booked for some days around it. */
export async function remindingAt(due: number): Promise<string> {
  const propertyId = await newProperty({ from: plusDays(ARRIVAL, -5), to: plusDays(ARRIVAL, 9), timeZone: TIME_ZONE });
  await setLead(propertyId, leadTo(due));
  return propertyId;
}

/** Books one night. @returns the booking's id */
export async function bookNight(propertyId: string, arrival = ARRIVAL): Promise<string> {
  const input = stayInput({ propertyId, arrival, departure: plusDays(arrival, 1) });
  await get(await guest('ada'), BOOK, { input });
  return input.bookingId;
}

/** Changes the booking past the API. Without a higher `version` among the changes no event tells of them. */
export async function rewrite(bookingId: string, changes: Record<string, unknown>): Promise<void> {
  const names = Object.keys(changes);
  await documents.send(
    new UpdateCommand({
      TableName: cloud.tables.Bookings,
      Key: { booking_id: bookingId },
      UpdateExpression: `SET ${names.map((_, at) => `#n${at} = :v${at}`).join(', ')}`,
      ExpressionAttributeNames: Object.fromEntries(names.map((name, at) => [`#n${at}`, name])),
      ExpressionAttributeValues: Object.fromEntries(names.map((name, at) => [`:v${at}`, changes[name]])),
    }),
  );
}
