import type { Order } from '../../core/payments/order.ts';
import type { BookingItem } from '../../core/portable/items/booking.ts';
import type { ChangeOutcome } from '../shared/bookings/writeChange.ts';

/**
 * The reference of the order that will never be the booking's any more; null where there is none.
 * @param outcome of writing to the booking, as it was read, that the order is its own
 */
export function leftOver(outcome: ChangeOutcome, { payment }: BookingItem, order: Order): string | null {
  switch (outcome) {
    case 'done':
      return payment && payment.reference !== order.reference ? payment.reference : null;
    // Whoever else made this order of the same version has been beaten as well, or has made it the booking's.
    case 'beaten':
      return order.reference;
    // The booking is the same version still: the next attempt gets this very order again.
    case 'contended':
      return null;
    default:
      return outcome satisfies never;
  }
}
