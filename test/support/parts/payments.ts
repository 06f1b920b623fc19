import Stripe from 'stripe';
import type { Delivery, WebhookEndpoint } from '../../../local/payments/webhooks/webhooks.ts';
import type { Intent } from '../../../local/payments/objects/intent.ts';
import type { PaymentEvent } from '../../../local/payments/objects/event.ts';
import type { Refund } from '../../../local/payments/objects/refund.ts';
import { SIMULATOR_KEYS } from '../../../local/payments/simulator.ts';
import type { BehaviourInput } from '../../../local/simulator/behaviour/behaviour.ts';
import { cloud } from '../cloud/cloud.ts';

/** Where the payment provider sends its webhooks. */
export const webhookUrl = cloud.outputs.StripeWebhookUrl;

const { hostname: host, port } = new URL(cloud.paymentsUrl);

/** The official library over the simulator. */
export const stripe = new Stripe(SIMULATOR_KEYS.secretKey, { host, port, protocol: 'http', telemetry: false });

export const START_PAYMENT = `mutation Start($id: ID!) {
  startPayment(id: $id) {
    provider status amount { amount currency } reference clientSecret expiresAt capturedAt refundedAmount { amount } reason
  }
}`;

export const PAID = `query Paid($id: ID!) {
  booking(id: $id) {
    status version holdExpiresAt totalPrice { amount }
    payment { provider status reference clientSecret amount { amount currency } capturedAt refundedAmount { amount } reason }
  }
}`;

/** The guest pays on the provider's page. @returns the order's status then, and what was wrong */
export async function pay(
  clientSecret: string,
  card = 'pm_card_visa',
): Promise<{ status: string; error: string | null }> {
  const response = await fetch(`${cloud.paymentsUrl}/pay`, {
    method: 'POST',
    headers: { accept: 'application/json' },
    body: new URLSearchParams({ client_secret: clientSecret, payment_method: card }),
  });
  return (await response.json()) as { status: string; error: string | null };
}

async function control<T>(method: string, path: string, body?: object): Promise<T> {
  const response = await fetch(`${cloud.paymentsUrl}/control/${path}`, { method, body: body && JSON.stringify(body) });
  if (!response.ok) throw new Error(await response.text());
  return (await response.json()) as T;
}

/** What the simulator has, and how it behaves. */
export const provider = {
  payments: () => control<{ intents: Intent[]; refunds: Refund[] }>('GET', 'payments'),
  events: () => control<{ events: PaymentEvent[]; deliveries: Delivery[] }>('GET', 'events'),
  resend: (eventId: string) => control('POST', `events/resend?id=${eventId}`),
  behave: (behaviour: BehaviourInput, operation: string) =>
    control('PUT', `behaviour?operation=${operation}`, behaviour),
  reset: () => control('DELETE', 'behaviour'),
  webhooks: (mode: 'well' | 'twice' | 'hold') => control('PUT', 'webhooks', { mode }),
  release: (order: 'kept' | 'reversed') => control('POST', 'webhooks/release', { order }),
  sendTo: (endpoint: WebhookEndpoint) => control('PUT', 'webhooks/endpoint', endpoint),
};
