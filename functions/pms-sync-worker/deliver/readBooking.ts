import type { BookingItem } from '../../../core/portable/items/booking.ts';
import { getItem } from '../../shared/dynamodb/getItem.ts';
import { config } from '../config.ts';

/** The booking as it is now; null where there is none. */
export function readBooking(bookingId: string): Promise<BookingItem | null> {
  return getItem<BookingItem>(config.bookingsTable, { booking_id: bookingId });
}
