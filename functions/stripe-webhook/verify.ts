import type { LambdaFunctionURLEvent } from 'aws-lambda';
import Stripe from 'stripe';
import { readStripeSecret } from '../shared/payments/secret.ts';

/** Far above any event. */
const MOST_BYTES = 256 * 1024;
/** Seconds that a signature is good for: Stripe's own recommendation, and the library's default. */
const TOLERANCE_SECONDS = 300;

/**
 * The event in a request; null for whatever Stripe did not sign with this service's secret just now.
 * @throws when the secret can't be read: nobody knows then who it was
 */
export async function verify(request: LambdaFunctionURLEvent): Promise<Stripe.Event | null> {
  const signature = request.headers['stripe-signature'];
  // The signature is over the very bytes.
  const body = Buffer.from(request.body ?? '', request.isBase64Encoded ? 'base64' : 'utf8');
  if (signature === undefined || body.length > MOST_BYTES) return null;
  const { webhookSecret } = await readStripeSecret();
  try {
    const event = Stripe.webhooks.constructEvent(body, signature, webhookSecret, TOLERANCE_SECONDS);
    return event.object === 'event' && typeof event.id === 'string' ? event : null;
  } catch (error) {
    if (error instanceof Stripe.errors.StripeSignatureVerificationError || error instanceof SyntaxError) return null;
    throw error;
  }
}
