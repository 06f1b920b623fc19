import { toBookingPolicy } from '../../portable/items/bookingPolicy.ts';
import type { RemindingProperty } from '../dueAt.ts';
import type { RemindedBooking } from '../planReminder.ts';

/** A property that reminds its guests so many hours before. */
export function reminding(reminderHours: number | null, time_zone = 'Europe/Lisbon'): RemindingProperty {
  return { time_zone, booking_policy: toBookingPolicy({ reminderHours }) };
}

/** Booked long before; arrives on 30 March 2027, which begins at 23:00 UTC in Lisbon. */
export function arriving(changes: Partial<RemindedBooking> = {}): RemindedBooking {
  return {
    booking_id: 'b1',
    property_id: 'p1',
    arrival: '2027-03-30',
    status: 'CONFIRMED',
    updated_at: '2026-11-20T10:00:00.000Z',
    ...changes,
  };
}
