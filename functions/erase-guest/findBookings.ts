import type { BookingItem } from '../../core/portable/items/booking.ts';
import { getItem } from '../shared/dynamodb/getItem.ts';
import { queryAll } from '../shared/dynamodb/queryAll.ts';
import { eachAtOnce } from '../shared/eachAtOnce.ts';
import { config } from './config.ts';
import { isTheirs, keysOf, type Whose } from './whose.ts';

/** As many as one read takes. */
const AT_ONCE = 100;

/**
 * All bookings that still have this guest, as they are now. An index may not show yet what was written a moment ago.
 * @throws when DynamoDB does not answer
 */
export async function findBookings(whose: Whose): Promise<BookingItem[]> {
  const ids = await Promise.all(keysOf(whose).map(idsBy));
  const read = (booking_id: string) => getItem<BookingItem>(config.bookingsTable, { booking_id });
  const bookings = await eachAtOnce([...new Set(ids.flat())], AT_ONCE, read);
  return bookings.filter((booking) => booking !== null).filter((booking) => isTheirs(booking, whose));
}

async function idsBy({ index, name, value }: ReturnType<typeof keysOf>[number]): Promise<string[]> {
  const keys = await queryAll<Pick<BookingItem, 'booking_id'>>({
    TableName: config.bookingsTable,
    IndexName: index,
    KeyConditionExpression: '#key = :key',
    ProjectionExpression: '#id',
    ExpressionAttributeNames: { '#key': name, '#id': 'booking_id' },
    ExpressionAttributeValues: { ':key': value },
  });
  return keys.map(({ booking_id }) => booking_id);
}
