import type { SQSBatchResponse, SQSEvent, SQSRecord } from 'aws-lambda';
import type { BookingItem } from '../../core/portable/items/booking.ts';
import { hasRunOut } from '../../core/portable/lifecycle/hold.ts';
import { allows } from '../../core/portable/lifecycle/transitions.ts';
import { eachMessage } from '../shared/batch/eachMessage.ts';
import { postponeFailures } from '../shared/batch/postpone.ts';
import { getItem } from '../shared/dynamodb/getItem.ts';
import { config } from './config.ts';
import { expire } from './expire.ts';
import { readTimer } from './readTimer.ts';
import { setTimer } from './setTimer.ts';

/**
 * Ends holds and requests when they run out. The event of a hold sets the first timer; one that rings too soon sets the
 * next. A timer of an older version stops: what changed the booking has an event, and so a timer, of its own.
 */
export async function handler(event: SQSEvent): Promise<SQSBatchResponse> {
  const response = await eachMessage(event, ring, { maxReceives: config.maxReceives });
  await postponeFailures(event, response, soon);
  return response;
}

/** Units wait for it. */
const soon = (receives: number): number => Math.min(30, 2 ** (receives - 1));

async function ring({ body }: SQSRecord): Promise<void> {
  const timer = readTimer(body);
  const booking = await getItem<BookingItem>(config.tables.Bookings, { booking_id: timer.bookingId });
  if (booking?.version !== timer.version || !allows('expire', booking.status)) return;
  const now = Date.now();
  if (hasRunOut(booking, now)) return expire(booking, now);
  await setTimer(timer, booking.property_id, (booking.hold_until ?? now) - now);
}
