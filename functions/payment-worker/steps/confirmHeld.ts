import type { BookingItem } from '../../../core/portable/items/booking.ts';
import type { PaymentItem } from '../../../core/portable/items/payment.ts';
import { isoInstant } from '../../../core/portable/days/instants.ts';
import { becomes } from '../../../core/portable/lifecycle/change.ts';
import { writeChange } from '../../shared/bookings/writeChange.ts';
import { config } from '../config.ts';

/**
 * A hold that was paid becomes a booking: its units go from held to sold, in one transaction, unless the booking is not as it
 * was read.
 * @throws where others write the same nights every time
 */
export async function confirmHeld(booking: BookingItem, payment: PaymentItem, now: number): Promise<void> {
  const change = becomes(booking, 'CONFIRMED', { confirmed_at: isoInstant(now), payment }, now);
  const outcome = await writeChange(change, config.tables);
  if (outcome === 'contended') throw new Error(`Others write the nights of booking ${booking.booking_id}.`);
}
