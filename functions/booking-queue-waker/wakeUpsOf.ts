import type { BookingItem } from '../../core/portable/booking.ts';
import type { NamedWakeUp } from '../shared/bookingQueue/wake.ts';

/** One wake-up a line, however many joined it. The first and the last of a batch name it: a booking joins once. */
export function wakeUpsOf(bookings: Pick<BookingItem, 'booking_id' | 'queue_key'>[]): NamedWakeUp[] {
  const lines = Map.groupBy(bookings, ({ queue_key }) => queue_key ?? '');
  lines.delete('');
  return [...lines].map(([queueKey, joined]) => {
    const bookingIds = joined.map(({ booking_id }) => booking_id);
    return { queueKey, bookingIds, id: `${bookingIds[0]}.${bookingIds.at(-1)}` };
  });
}
