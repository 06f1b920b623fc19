import type { BookingItem } from '../portable/items/booking.ts';
import type { PaymentItem } from '../portable/items/payment.ts';
import { type Change, nextVersion } from '../portable/lifecycle/change.ts';
import { extendedUntil } from '../portable/lifecycle/extendHold.ts';
import { LONGEST_HOLD_SECONDS } from '../portable/lifecycle/hold.ts';
import type { Order } from './order.ts';

/**
 * The hold while its order is paid: long enough for that, but for no longer than any hold may last. Null where it says all
 * that already.
 * @param seconds the guest's time to pay
 * @param now epoch milliseconds
 */
export function startedHold(booking: BookingItem, order: Order, seconds: number, now: number): Change | null {
  const { reference, amount, currency } = order;
  const isKnown = booking.payment?.reference === reference;
  // Who asks again soon has most of the time left; not every question is worth a version.
  const isLongEnough = (booking.hold_until ?? 0) - now >= (seconds * 1000) / 2;
  if (isKnown && isLongEnough) return null;
  const latest = (booking.held_at ?? now) + LONGEST_HOLD_SECONDS * 1000;
  const hold_until = Math.max(booking.hold_until ?? 0, Math.min(extendedUntil(booking, seconds, now), latest));
  // It may last no longer than it does.
  if (isKnown && hold_until === booking.hold_until) return null;
  const fresh: PaymentItem = { provider: 'STRIPE', status: 'PENDING', reference, amount, currency, expires_at: 0 };
  const payment = { ...(isKnown ? booking.payment! : fresh), expires_at: hold_until };
  return { before: booking, after: nextVersion(booking, { hold_until, payment }, now), pages: [] };
}
