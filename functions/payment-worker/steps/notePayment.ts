import type { BookingItem } from '../../../core/portable/items/booking.ts';
import type { PaymentItem } from '../../../core/portable/items/payment.ts';
import { nextVersion } from '../../../core/portable/lifecycle/change.ts';
import { writeChange } from '../../shared/bookings/writeChange.ts';
import { config } from '../config.ts';

/** The booking says what became of its order, unless it is not as it was read. @throws where others write it every time */
export async function notePayment(booking: BookingItem, payment: PaymentItem, now: number): Promise<void> {
  const change = { before: booking, after: nextVersion(booking, { payment }, now), pages: [] };
  const outcome = await writeChange(change, config.tables);
  if (outcome === 'contended') throw new Error(`Others write booking ${booking.booking_id}.`);
}
