import { setTimeout as delay } from 'node:timers/promises';
import { BatchGetItemCommand, type DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { marshall, unmarshall } from '@aws-sdk/util-dynamodb';
import type { BookingItem } from '../../core/portable/items/booking.ts';
import type { InLine } from './sales.ts';

const PAUSE_MS = 100;
/** BatchGetItem takes so many keys. */
const MOST = 100;
const PATIENCE_MS = 60_000;

type Waiting = { resolve(at: number): void; reject(error: Error): void; since: number };

/** Looks at bookings in line, past the API, until they are settled; when that was, the bookings themselves tell. */
export function watchLine(client: DynamoDBClient, table: string): (bookingId: string) => InLine {
  const waiting = new Map<string, Waiting>();
  let looking: Promise<void> | undefined;

  const look = async () => {
    while (waiting.size > 0) {
      const ids = [...waiting.keys()].slice(0, MOST);
      for (const booking of await read(client, table, ids)) settle(booking);
      for (const [id, { since, reject }] of waiting) {
        if (Date.now() - since > PATIENCE_MS) reject(new Error(`${id} waits in line for more than a minute.`));
      }
      await delay(PAUSE_MS);
    }
    looking = undefined;
  };

  const settle = ({ booking_id, status, updated_at }: BookingItem) => {
    const found = waiting.get(booking_id);
    if (!found || status === 'QUEUED') return;
    waiting.delete(booking_id);
    if (status === 'CONFIRMED') found.resolve(Date.parse(updated_at));
    else found.reject(new Error(`${booking_id} became ${status}.`));
  };

  return (bookingId) => {
    const { promise, resolve, reject } = Promise.withResolvers<number>();
    waiting.set(bookingId, { resolve, reject, since: Date.now() });
    looking ??= look().catch((error: Error) => waiting.forEach((one) => one.reject(error)));
    return { settledAt: promise };
  };
}

async function read(client: DynamoDBClient, table: string, ids: string[]): Promise<BookingItem[]> {
  const Keys = ids.map((booking_id) => marshall({ booking_id }));
  const { Responses } = await client.send(
    new BatchGetItemCommand({ RequestItems: { [table]: { Keys, ConsistentRead: true } } }),
  );
  return (Responses?.[table] ?? []).map((item) => unmarshall(item) as BookingItem);
}
