import type { NamedWakeUp } from '../shared/bookingQueue/wake.ts';

/** A booking and the line that it stands in. */
export type Joined = { booking_id: string; queue_key: string };

/** One wake-up a line, however many joined it. The first and the last of a batch name it: a booking joins once. */
export function wakeUpsOf(bookings: Joined[]): NamedWakeUp[] {
  const lines = Map.groupBy(bookings, ({ queue_key }) => queue_key);
  return [...lines].map(([queueKey, joined]) => {
    const bookingIds = joined.map(({ booking_id }) => booking_id);
    return { queueKey, bookingIds, id: `${bookingIds[0]}.${bookingIds.at(-1)}` };
  });
}
