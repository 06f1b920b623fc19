import type { BookingItem } from '../../../core/portable/items/booking.ts';
import { bookingSyncKey } from '../../../core/portable/items/operations.ts';
import type { BookingSyncItem } from '../../../core/portable/items/pmsSync.ts';
import { evolveSync, type SyncEvent } from '../../../core/pms/sync/bookingSync.ts';
import { bookingSyncItem, readBookingSync } from '../../../core/pms/sync/bookingSyncItem.ts';
import { changeItem, readItem } from '../../shared/pms/changeItem.ts';

/** How far the PMS has followed the booking, read consistently; null where it was never told. */
export function readLedger(propertyId: string, bookingId: string): Promise<BookingSyncItem | null> {
  return readItem<BookingSyncItem>(bookingSyncKey(propertyId, bookingId));
}

/** Writes into the ledger what happened; nothing where it says so already. */
export async function note(booking: BookingItem, known: BookingSyncItem | null, event: SyncEvent): Promise<void> {
  const of = { propertyId: booking.property_id, bookingId: booking.booking_id, departure: booking.departure };
  await changeItem<BookingSyncItem, BookingSyncItem | null>(known, (item) => {
    const before = readBookingSync(item);
    const after = evolveSync(before, event);
    if (item !== null && JSON.stringify(after) === JSON.stringify(before)) return item;
    return { rev: item?.rev ?? 0, ...bookingSyncItem(after, of, new Date().toISOString()) };
  });
}
