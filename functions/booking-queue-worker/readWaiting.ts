import type { BookingItem } from '../../core/portable/items/booking.ts';
import { batchGet } from '../shared/dynamodb/batchGet.ts';
import { config } from './config.ts';

/** Those of the bookings (up to 100) that stand in the line now, oldest first; read consistently. */
export async function readWaiting(queueKey: string, ids: string[]): Promise<BookingItem[]> {
  if (ids.length === 0) return [];
  const table = config.bookingsTable;
  const Keys = [...new Set(ids)].map((booking_id) => ({ booking_id }));
  const found = await batchGet({ [table]: { Keys, ConsistentRead: true } });
  const items = (found[table] ?? []) as BookingItem[];
  return items
    .filter((item) => item.status === 'QUEUED' && item.queue_key === queueKey)
    .sort((a, b) => compare(placeOf(a), placeOf(b)));
}

/** One that has lost its place goes first: it is no booking that can be served, and nobody waits for it. */
const placeOf = ({ queued_at }: BookingItem): string => queued_at ?? '';

const compare = (a: string, b: string): number => (a < b ? -1 : Number(a > b));
