import type { BookingItem } from '../portable/items/booking.ts';
import type { PaymentItem } from '../portable/items/payment.ts';
import { hasRunOut } from '../portable/lifecycle/hold.ts';
import type { Order } from './order.ts';
import { movable } from './providerAmount.ts';
import { paymentOf, says } from './paymentOf.ts';
import { type Claim, claimOf, mismatch } from './standing.ts';

/** The one thing to do next about an order and its booking. Then both are read again, and decided anew. */
export type PaymentStep =
  /** The hold becomes a booking. */
  | { kind: 'confirm'; payment: PaymentItem }
  /** Minor units to take; what is left of the order goes back to the guest. */
  | { kind: 'capture'; amount: number }
  | { kind: 'cancelOrder' }
  /** Minor units to give back. */
  | { kind: 'refund'; amount: number }
  /** The booking says what became of its order. */
  | { kind: 'note'; payment: PaymentItem }
  | { kind: 'nothing' };

/**
 * What to do, by what booking and order are now and by nothing else: so it does not matter in which order, how often or how
 * late anybody hears of what happened.
 * @param now epoch milliseconds
 * @param isLeftOver an order that is not the booking's will never be: one that was just made is about to be
 */
export function decide(booking: BookingItem, order: Order, now: number, isLeftOver = false): PaymentStep {
  const claim = claimOf(booking, order, now);
  const isRight = claim !== 'NONE' && mismatch(booking, order) === null;
  switch (order.status) {
    case 'OPEN':
      if (!isRight && !mayBecomeOwn(booking, order, now, isLeftOver)) return { kind: 'cancelOrder' };
      break;
    case 'AUTHORIZED': {
      if (claim === 'WAITS' && isRight) return { kind: 'confirm', payment: wanted(booking, order, now) };
      const amount = movable(Math.min(order.amount, owed(booking, order, claim)), order.currency);
      return amount > 0 ? { kind: 'capture', amount } : { kind: 'cancelOrder' };
    }
    case 'CAPTURED': {
      const excess = movable(order.received - kept(booking, order, claim, isRight), order.currency);
      if (excess > order.refunded) return { kind: 'refund', amount: excess - order.refunded };
      if (claim === 'WAITS' && isRight) return { kind: 'confirm', payment: wanted(booking, order, now) };
      break;
    }
    case 'CANCELLED':
      break;
    default:
      order.status satisfies never;
  }
  return note(booking, order, now);
}

/**
 * Minor units that the guest owes for what was sold by the order: the price, also one that has risen since, and of a
 * cancelled stay the fee that was agreed.
 */
function owed(booking: BookingItem, order: Order, claim: Claim): number {
  if (order.currency !== booking.currency) return 0;
  if (claim === 'SOLD') return booking.total_amount;
  const isOwn = booking.payment?.reference === order.reference;
  return isOwn && booking.status === 'CANCELLED' ? (booking.cancel_fee ?? 0) : 0;
}

/** Minor units that are not given back: all of a sold stay's, also where the guest left early or never came. */
function kept(booking: BookingItem, order: Order, claim: Claim, isRight: boolean): number {
  if (claim === 'SOLD' || (claim === 'WAITS' && isRight)) return order.received;
  return Math.min(order.received, owed(booking, order, claim));
}

function wanted(booking: BookingItem, order: Order, now: number): PaymentItem {
  return paymentOf(booking, booking.payment!, order, now);
}

function note(booking: BookingItem, order: Order, now: number): PaymentStep {
  if (booking.payment?.reference !== order.reference) return { kind: 'nothing' };
  const payment = wanted(booking, order, now);
  return says(booking.payment, payment) ? { kind: 'nothing' } : { kind: 'note', payment };
}

/** Nobody can pay for it before it is the booking's: only then the guest gets its client secret. */
function mayBecomeOwn(booking: BookingItem, order: Order, now: number, isLeftOver: boolean): boolean {
  const isOwn = booking.payment?.reference === order.reference;
  return !isOwn && !isLeftOver && booking.status === 'HELD' && !hasRunOut(booking, now);
}
