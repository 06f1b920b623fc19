import type { BookingItem } from '../../../core/portable/items/booking.ts';
import type { ArrivalRange } from '../../../core/reconciliation/arrivalRanges.ts';
import { queryAll } from '../../shared/dynamodb/queryAll.ts';
import { config } from '../config.ts';
import { readByKeys } from './readByKeys.ts';

/** What a check needs of a booking; nothing of its guest. */
const FIELDS = [
  'booking_id',
  'property_id',
  'room_type_id',
  'arrival',
  'departure',
  'units',
  'status',
  'version',
  'updated_at',
  'never_sold',
] as const satisfies (keyof BookingItem)[];

export type ListedBooking = Pick<BookingItem, (typeof FIELDS)[number]>;

/** The property's bookings that arrive within the ranges, as the index knows them: it may lag behind. */
export async function listBookings(propertyId: string, ranges: readonly ArrivalRange[]): Promise<ListedBooking[]> {
  const lists = await Promise.all(ranges.map((range) => listRange(propertyId, range)));
  return lists.flat();
}

function listRange(propertyId: string, { first, last }: ArrivalRange): Promise<ListedBooking[]> {
  return queryAll<ListedBooking>({
    TableName: config.bookingsTable,
    IndexName: 'byProperty',
    KeyConditionExpression: '#property_id = :p AND #arrival BETWEEN :first AND :last',
    ProjectionExpression: FIELDS.map((field) => `#${field}`).join(', '),
    ExpressionAttributeNames: Object.fromEntries(FIELDS.map((field) => [`#${field}`, field])),
    ExpressionAttributeValues: { ':p': propertyId, ':first': first, ':last': last },
  });
}

/** The bookings as they are now. */
export function readBookings(ids: readonly string[]): Promise<BookingItem[]> {
  return readByKeys<BookingItem>(
    config.bookingsTable,
    ids.map((booking_id) => ({ booking_id })),
  );
}
