import { createHash } from 'node:crypto';
import type { RunScope } from '../../../core/reconciliation/runScope.ts';
import { type NamedWakeUp, wake } from '../../shared/bookingQueue/wake.ts';
import { config } from '../config.ts';
import { type Waiting, waitingBookings } from './waitingBookings.ts';

/** A line is served within seconds: who stands in it longer was forgotten. */
const FORGOTTEN_MS = 60_000;
/** Of a line, a wake-up names some; who is woken serves all. */
const MOST_NAMED = 90;

/** Has the lines served again in which bookings wait for too long. Answers how many bookings that are. */
export async function checkLines(run: RunScope): Promise<number> {
  const forgotten: Waiting[] = [];
  const before = Date.now() - FORGOTTEN_MS;
  for await (const booking of waitingBookings()) if (booking.since < before) forgotten.push(booking);
  const lines = Map.groupBy(forgotten, ({ queueKey }) => queueKey);
  await wake(
    config.bookingQueue,
    [...lines].map(([queueKey, waiting]) => wakeUp(queueKey, waiting, run)),
  );
  return forgotten.length;
}

function wakeUp(queueKey: string, waiting: Waiting[], { id }: RunScope): NamedWakeUp {
  const bookingIds = waiting.slice(0, MOST_NAMED).map(({ bookingId }) => bookingId);
  return { queueKey, bookingIds, id: createHash('sha256').update(`${queueKey}\n${id}`).digest('hex') };
}
