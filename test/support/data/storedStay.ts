import { randomUUID } from 'node:crypto';
import { PutCommand } from '@aws-sdk/lib-dynamodb';
import type { BookingItem } from '../../../core/portable/items/booking.ts';
import { searchKeys } from '../../../core/portable/search/searchKeys.ts';
import { cloud } from '../cloud/cloud.ts';
import { plusDays } from './days.ts';
import { documents } from './tables.ts';

type Stay = Pick<BookingItem, 'property_id' | 'arrival' | 'status' | 'guest'> & Partial<BookingItem>;

/** Puts a booking of one night past the API, which sells no past nights. @returns the item */
export async function storedStay(stay: Stay): Promise<BookingItem> {
  const { property_id, arrival, guest } = stay;
  const now = new Date().toISOString();
  const party = { units: 1, adults: 1, children: 0 };
  const request = { property_id, room_type_id: 'DLX', arrival, departure: plusDays(arrival, 1), ...party };
  const booking_id: string = randomUUID();
  const item: BookingItem = {
    ...request,
    ...searchKeys({ property_id, arrival, booking_id, guest }),
    booking_id,
    created_by: stay.guest_id ?? 'desk',
    version: 1,
    nights: 1,
    nightly_rates: [10_000],
    total_amount: 10_000,
    currency: 'EUR',
    time_zone: 'Europe/Lisbon',
    request,
    request_guest: guest,
    created_at: now,
    updated_at: now,
    ...stay,
  };
  await documents.send(new PutCommand({ TableName: cloud.tables.Bookings, Item: item }));
  return item;
}
