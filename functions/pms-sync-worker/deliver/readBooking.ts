import { GetCommand } from '@aws-sdk/lib-dynamodb';
import type { BookingItem } from '../../../core/portable/booking.ts';
import { documents } from '../../shared/dynamodb/documentClient.ts';
import { config } from '../config.ts';

/** The booking as it is now; null where there is none. */
export async function readBooking(bookingId: string): Promise<BookingItem | null> {
  const Key = { booking_id: bookingId };
  const get = new GetCommand({ TableName: config.bookingsTable, Key, ConsistentRead: true });
  return ((await documents.send(get)).Item as BookingItem | undefined) ?? null;
}
