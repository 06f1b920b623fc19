import { randomUUID } from 'node:crypto';
import Stripe from 'stripe';
import type { Order } from '../../core/payments/order.ts';
import { toProviderAmount } from '../../core/payments/providerAmount.ts';
import type { BookingItem } from '../../core/portable/items/booking.ts';
import { BOOKING_ID, readOrder, toOrder } from '../shared/payments/order.ts';
import { forgetKey, stripe } from '../shared/payments/stripe.ts';

export type LiveOrder = Order & { clientSecret: string | null };

/** The booking's order where it may still come to something and is of the booking's price; else a new one. */
export async function liveOrder(booking: BookingItem): Promise<LiveOrder> {
  try {
    return (await present(booking)) ?? (await make(booking));
  } catch (error) {
    if (error instanceof Stripe.errors.StripeAuthenticationError) forgetKey();
    throw error;
  }
}

async function present(booking: BookingItem): Promise<LiveOrder | null> {
  const { payment, total_amount, currency } = booking;
  if (!payment) return null;
  const order = await readOrder(payment.reference);
  const fits = order.amount === total_amount && order.currency === currency;
  return fits && order.status !== 'CANCELLED' ? order : null;
}

/**
 * Whoever asks again by the same version of the booking gets the same order, also where the answer was lost. An error of
 * Stripe's own is kept under its key for a day, so another key follows it: what the first may have made nobody can pay, as
 * its client secret went to nobody. Source: Stripe API reference, "Idempotent requests".
 */
async function make(booking: BookingItem): Promise<LiveOrder> {
  const { booking_id, version, total_amount, currency } = booking;
  const key = `${booking_id}:${version}:${total_amount}:${currency}`;
  try {
    return await create(booking, key);
  } catch (error) {
    if (!(error instanceof Stripe.errors.StripeAPIError)) throw error;
    return create(booking, `${key}:${randomUUID()}`);
  }
}

async function create(
  { booking_id, property_id, version, total_amount, currency }: BookingItem,
  idempotencyKey: string,
): Promise<LiveOrder> {
  const client = await stripe();
  const intent = await client.paymentIntents.create(
    {
      amount: toProviderAmount(total_amount, currency),
      currency: currency.toLowerCase(),
      // Taken once the booking is confirmed, and not before.
      capture_method: 'manual',
      allowed_payment_method_types: ['card'],
      description: `Booking ${booking_id}`,
      metadata: { [BOOKING_ID]: booking_id, booking_version: String(version), property_id },
    },
    { idempotencyKey },
  );
  return { ...toOrder(intent), clientSecret: intent.client_secret };
}
