import { SendMessageCommand, SQSClient } from '@aws-sdk/client-sqs';
import { TIMEOUTS } from '../../shared/timeouts.ts';
import { config } from '../config.ts';
import { readBookings } from '../table/bookings.ts';
import { overdueHolds } from './overdueHolds.ts';

/** A hold is ended within seconds: one that ran out longer ago was forgotten. */
const FORGOTTEN_MS = 60_000;
/** BatchGetItem takes so many keys. */
const MOST_AT_ONCE = 100;

const client = new SQSClient(TIMEOUTS);

/** Rings for the holds and requests that ran out and that nobody has ended. Answers how many they are. */
export async function sweepHolds(): Promise<number> {
  let swept = 0;
  let ids: string[] = [];
  for await (const id of overdueHolds(Date.now() - FORGOTTEN_MS)) {
    ids.push(id);
    if (ids.length < MOST_AT_ONCE) continue;
    swept += await ringAll(ids);
    ids = [];
  }
  const last = await ringAll(ids);
  return swept + last;
}

async function ringAll(ids: string[]): Promise<number> {
  const bookings = await readBookings(ids);
  const held = bookings.filter(({ hold_shard }) => hold_shard);
  for (const { booking_id, version, property_id } of held) {
    await client.send(
      new SendMessageCommand({
        QueueUrl: config.holdExpiryQueue,
        MessageBody: JSON.stringify({ bookingId: booking_id, version }),
        MessageGroupId: property_id,
      }),
    );
  }
  return held.length;
}
