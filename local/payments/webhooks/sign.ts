import { createHmac } from 'node:crypto';

/**
 * The `Stripe-Signature` of a webhook's body.
 * Source: Stripe documentation, "Verify webhook signatures manually": HMAC-SHA256 over `<t>.<body>`, in hex.
 * @param at epoch seconds
 */
export function signature(secret: string, at: number, body: string): string {
  return `t=${at},v1=${createHmac('sha256', secret).update(`${at}.${body}`).digest('hex')}`;
}
