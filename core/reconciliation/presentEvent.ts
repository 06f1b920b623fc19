import type { PmsKind } from '../../generated/types.ts';
import { type BookingEvent, bookingEvent } from '../events/bookingEvent.ts';
import type { BookingItem } from '../portable/items/booking.ts';

/**
 * The event of a booking's present version, for those who missed it. What the booking was before is not known any more,
 * so a version beyond the first is called by its status.
 */
export function presentEvent(item: BookingItem, pmsKind: PmsKind): BookingEvent {
  // Without a version before, every booking has an event.
  const event = bookingEvent(null, item, pmsKind)!;
  return item.version === 1 ? event : { ...event, type: item.status };
}
