import type { BookingItem } from '../portable/items/booking.ts';
import { hasRunOut } from '../portable/lifecycle/hold.ts';
import { standingOf } from '../portable/lifecycle/standing.ts';
import type { Order } from './order.ts';

/** What an order stands before: a hold that waits for it, a stay that was sold, or nothing to pay for. */
export type Claim = 'WAITS' | 'SOLD' | 'NONE';

/** @param now epoch milliseconds */
export function claimOf(booking: BookingItem, order: Order, now: number): Claim {
  if (booking.payment?.reference !== order.reference) return 'NONE';
  if (standingOf(booking.status) === 'SOLD') return 'SOLD';
  return booking.status === 'HELD' && !hasRunOut(booking, now) ? 'WAITS' : 'NONE';
}

/**
 * Why the order is not what the booking costs; null where it is. A stay that was sold may have become cheaper since, when
 * the guest left early: less is taken then.
 */
export function mismatch(booking: BookingItem, order: Order): string | null {
  const isSold = standingOf(booking.status) === 'SOLD';
  const fits = isSold ? order.amount >= booking.total_amount : order.amount === booking.total_amount;
  if (fits && order.currency === booking.currency) return null;
  return `PaymentMismatch: ordered were ${order.amount} ${order.currency} in minor units, due are ${booking.total_amount} ${booking.currency}.`;
}
