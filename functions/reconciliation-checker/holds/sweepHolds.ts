import { SendMessageCommand, SQSClient } from '@aws-sdk/client-sqs';
import type { BookingItem } from '../../../core/portable/items/booking.ts';
import { hasRunOut } from '../../../core/portable/lifecycle/hold.ts';
import type { Deadline } from '../../shared/deadline.ts';
import { eachAtOnce } from '../../shared/eachAtOnce.ts';
import { TIMEOUTS } from '../../shared/timeouts.ts';
import { config } from '../config.ts';
import { readBookings } from '../table/bookings.ts';
import { overdueHolds } from './overdueHolds.ts';

/** A hold is ended within seconds: one that ran out longer ago was forgotten. */
const FORGOTTEN_MS = 60_000;
/** BatchGetItem takes so many keys. */
const MOST_AT_ONCE = 100;
const CALLS_AT_ONCE = 20;

const client = new SQSClient(TIMEOUTS);

/**
 * Rings for the holds and requests that ran out and that nobody has ended. Answers how many they are, or how many it had
 * time for: those that are ended then leave the index, so the next run comes to the others.
 */
export async function sweepHolds(deadline: Deadline): Promise<number> {
  let swept = 0;
  let ids: string[] = [];
  for await (const id of overdueHolds(Date.now() - FORGOTTEN_MS)) {
    ids.push(id);
    if (ids.length < MOST_AT_ONCE) continue;
    swept += await ringAll(ids);
    ids = [];
    if (deadline.isNear()) return swept;
  }
  const last = await ringAll(ids);
  return swept + last;
}

async function ringAll(ids: string[]): Promise<number> {
  const bookings = await readBookings(ids);
  const now = Date.now();
  // The index may not show yet that a hold was extended.
  const overdue = bookings.filter((booking) => booking.hold_shard && hasRunOut(booking, now));
  await eachAtOnce(overdue, CALLS_AT_ONCE, ring);
  return overdue.length;
}

async function ring({ booking_id, version, property_id }: BookingItem): Promise<void> {
  await client.send(
    new SendMessageCommand({
      QueueUrl: config.holdExpiryQueue,
      MessageBody: JSON.stringify({ bookingId: booking_id, version }),
      MessageGroupId: property_id,
    }),
  );
}
