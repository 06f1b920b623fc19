import { isIP } from 'node:net';
import Stripe from 'stripe';
import { environment } from '../environment.ts';
import { forgetSecret } from '../readSecret.ts';
import { readStripeSecret, STRIPE_SECRET } from './secret.ts';

const { api } = environment({ api: 'STRIPE_API' });

const TIMEOUT_MS = 5_000;
/** The library repeats what got no answer under the same idempotency key. */
const RETRIES = 1;

const clients = new Map<string, Stripe>();

/** The official library, with the key of the moment. @throws when the secret can't be read */
export async function stripe(): Promise<Stripe> {
  const { secretKey } = await readStripeSecret();
  let client = clients.get(secretKey);
  if (client === undefined) {
    client = new Stripe(secretKey, {
      ...addressOf(api),
      timeout: TIMEOUT_MS,
      maxNetworkRetries: RETRIES,
      telemetry: false,
    });
    // Of a rotated key nothing is kept.
    clients.clear();
    clients.set(secretKey, client);
  }
  return client;
}

/** The key is not known to the provider: it may have been changed since it was read. */
export function forgetKey(): void {
  forgetSecret(STRIPE_SECRET);
}

/** @throws {Error} for an address that the key must not be sent to: without TLS only this machine's own */
function addressOf(url: string): Pick<Stripe.StripeConfig, 'host' | 'port' | 'protocol'> {
  const { protocol, hostname: host, port } = new URL(url);
  if (protocol === 'https:') return { protocol: 'https', host, port: port || 443 };
  const isLoopback = isIP(host) === 4 && host.startsWith('127.');
  if (protocol === 'http:' && isLoopback) return { protocol: 'http', host, port: port || 80 };
  throw new Error(`STRIPE_API must be an https URL; it is ${url}.`);
}
