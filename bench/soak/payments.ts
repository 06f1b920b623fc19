import type { BookingItem } from '../../core/portable/items/booking.ts';
import { standingOf } from '../../core/portable/lifecycle/standing.ts';
import type { Intent } from '../../local/payments/objects/intent.ts';
import type { Refund } from '../../local/payments/objects/refund.ts';
import type { Difference } from './oracle.ts';

/** What the payment provider has. */
export type Ledger = { intents: readonly Intent[]; refunds: readonly Refund[] };

/** Pays an order on the provider's page, as a guest with a good card does. What becomes of it the ledger tells. */
export async function payAt(paymentsUrl: string, clientSecret: string): Promise<void> {
  const response = await fetch(`${paymentsUrl}/pay`, {
    method: 'POST',
    headers: { accept: 'application/json' },
    body: new URLSearchParams({ client_secret: clientSecret, payment_method: 'pm_card_visa' }),
    signal: AbortSignal.timeout(30_000),
  });
  await response.text();
}

/**
 * Who is charged what, once all is at rest: what was sold by the order that the booking names, of a cancelled stay the fee, and
 * nothing for any other order.
 */
export function paymentDifferences(bookings: readonly BookingItem[], { intents, refunds }: Ledger): Difference[] {
  const byId = new Map(bookings.map((booking) => [booking.booking_id, booking]));
  const refunded = new Map<string, number>();
  for (const { payment_intent: id, amount } of refunds) refunded.set(id, (refunded.get(id) ?? 0) + amount);
  return intents.flatMap((intent) => {
    const booking = byId.get(intent.metadata.booking_id);
    return booking ? ofIntent(intent, refunded.get(intent.id) ?? 0, booking) : [];
  });
}

function ofIntent(intent: Intent, refunded: number, booking: BookingItem): Difference[] {
  const { id, status, amount_received: received } = intent;
  const name = `Order ${id} of booking ${booking.booking_id}, ${booking.status}:`;
  if (status !== 'succeeded' && status !== 'canceled') return [`${name} it is ${status} for ever.`];
  const isOwn = booking.payment?.reference === id;
  const due = isOwn ? dueOf(booking, received) : 0;
  const kept = received - refunded;
  const differences = kept === due ? [] : [`${name} ${kept} are kept of ${received}, and ${due} are due.`];
  if (isOwn && standingOf(booking.status) === 'SOLD' && received === 0) differences.push(`${name} nothing was taken.`);
  if (isOwn && (booking.payment?.refunded_amount ?? 0) !== refunded) {
    differences.push(`${name} ${refunded} went back, and the booking says ${booking.payment?.refunded_amount ?? 0}.`);
  }
  return differences;
}

/** Minor units that the property keeps of what it received. */
function dueOf({ status, cancel_fee }: BookingItem, received: number): number {
  if (standingOf(status) === 'SOLD') return received;
  return status === 'CANCELLED' ? Math.min(received, cancel_fee ?? 0) : 0;
}
