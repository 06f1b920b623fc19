import { UpdateCommand } from '@aws-sdk/lib-dynamodb';
import { type Erased, eraseUpdate } from '../../core/erasure/eraseUpdate.ts';
import { isActive } from '../../core/erasure/isActive.ts';
import type { BookingItem } from '../../core/portable/items/booking.ts';
import { documents } from '../shared/dynamodb/documentClient.ts';
import { getItem } from '../shared/dynamodb/getItem.ts';
import { localDate } from '../shared/localDate.ts';
import { pauseBefore } from '../shared/retry.ts';
import { config } from './config.ts';
import { isTheirs, theirsOf, type Whose } from './whose.ts';

const TRIES = 5;
/** Others write the booking, or a transaction holds it. */
const PASSING = ['ConditionalCheckFailedException', 'TransactionConflictException'];

/** Does the hotel still expect the guest, today where it is? */
export function isExpected(booking: BookingItem): boolean {
  return isActive(booking, localDate(new Date(), booking.time_zone));
}

/**
 * Takes the guest out of one booking. `GONE`: somebody else did, or gave it to somebody else; `LEFT`: it became active, or others
 * wrote it every time.
 * @throws when DynamoDB does not answer
 */
export async function eraseBooking(found: BookingItem, whose: Whose): Promise<'ERASED' | 'GONE' | 'LEFT'> {
  let booking: BookingItem | null = found;
  for (let attempt = 0; attempt < TRIES; attempt++) {
    if (!booking || !isTheirs(booking, whose)) return 'GONE';
    if (isExpected(booking)) return 'LEFT';
    if (await write(booking, theirsOf(booking, whose))) return 'ERASED';
    await pauseBefore(attempt + 1);
    booking = await getItem<BookingItem>(config.bookingsTable, { booking_id: booking.booking_id });
  }
  return 'LEFT';
}

async function write(booking: BookingItem, what: Erased): Promise<boolean> {
  const { booking_id } = booking;
  const update = eraseUpdate(booking, new Date().toISOString(), what);
  try {
    await documents.send(new UpdateCommand({ TableName: config.bookingsTable, Key: { booking_id }, ...update }));
    return true;
  } catch (error) {
    if (PASSING.includes((error as Error).name)) return false;
    throw error;
  }
}
