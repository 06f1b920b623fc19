import type { BookingItem } from '../../core/portable/items/booking.ts';
import { getItem } from '../shared/dynamodb/getItem.ts';
import { queryAll } from '../shared/dynamodb/queryAll.ts';
import { eachAtOnce } from '../shared/eachAtOnce.ts';
import { config } from './config.ts';
import { isTheirs, keyOf, type Whose } from './whose.ts';

/** As many as one read takes. */
const AT_ONCE = 100;

/**
 * All bookings that still have this guest, as they are now. An index may not show yet what was written a moment ago.
 * @throws when DynamoDB does not answer
 */
export async function findBookings(whose: Whose): Promise<BookingItem[]> {
  const { index, name, value } = keyOf(whose);
  const keys = await queryAll<Pick<BookingItem, 'booking_id'>>({
    TableName: config.bookingsTable,
    IndexName: index,
    KeyConditionExpression: '#key = :key',
    ProjectionExpression: '#id',
    ExpressionAttributeNames: { '#key': name, '#id': 'booking_id' },
    ExpressionAttributeValues: { ':key': value },
  });
  const read = ({ booking_id }: Pick<BookingItem, 'booking_id'>) =>
    getItem<BookingItem>(config.bookingsTable, { booking_id });
  const bookings = await eachAtOnce(keys, AT_ONCE, read);
  return bookings.filter((booking) => booking !== null).filter((booking) => isTheirs(booking, whose));
}
