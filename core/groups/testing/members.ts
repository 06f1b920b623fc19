import { sampleBooking } from '../../events/testing/sampleBooking.ts';
import type { BookingItem } from '../../portable/items/booking.ts';
import type { QueuedBooking } from '../../groupCommit/queuedBooking.ts';

/** A confirmed booking of a group, for what was asked. */
export function member(room: QueuedBooking, changes: Partial<BookingItem> = {}): BookingItem {
  const { booking_id, currency, ...request } = room;
  return sampleBooking({ ...request, booking_id, currency, request, group_id: 'g', ...changes });
}
