import { once } from 'node:events';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, beforeEach, expect, it, vi } from 'vitest';
import { sampleBooking } from '../../core/events/testing/sampleBooking.ts';
import type { liveOrder as LiveOrder } from './liveOrder.ts';

const booking = sampleBooking({ status: 'HELD' });
const INTENT = {
  id: 'pi_1',
  object: 'payment_intent',
  client_secret: 'pi_1_secret',
  metadata: { booking_id: booking.booking_id },
  status: 'requires_payment_method',
  latest_charge: null,
  currency: booking.currency.toLowerCase(),
  amount: booking.total_amount,
  amount_received: 0,
  last_payment_error: null,
};
const FAILED = { error: { type: 'api_error', message: 'Sorry.' } };

/** Keys in their order; an answer is the same to the same key, and so many of them are errors of Stripe's own. */
let keys: string[];
let failing: number;
let liveOrder: typeof LiveOrder;
let server: Server;

function answer(request: IncomingMessage, response: ServerResponse): void {
  request.resume();
  const key = request.headers['idempotency-key'];
  if (typeof key !== 'string') {
    const SecretString = JSON.stringify({ secretKey: 'sk_test', webhookSecret: 'whsec_test' });
    return void response.end(JSON.stringify({ SecretString }));
  }
  if (!keys.includes(key)) keys.push(key);
  const isFailed = keys.indexOf(key) < failing;
  response.writeHead(isFailed ? 500 : 200).end(JSON.stringify(isFailed ? FAILED : INTENT));
}

beforeAll(async () => {
  server = createServer(answer).listen(0, '127.0.0.1');
  await once(server, 'listening');
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const credentials = { AWS_REGION: 'eu-central-1', AWS_ACCESS_KEY_ID: 'id', AWS_SECRET_ACCESS_KEY: 'secret' };
  const settings = { STRIPE_API: url, AWS_ENDPOINT_URL: url, ...credentials };
  for (const [name, value] of Object.entries(settings)) vi.stubEnv(name, value);
  ({ liveOrder } = await import('./liveOrder.ts'));
});
beforeEach(() => {
  keys = [];
});
afterAll(() => {
  server.closeAllConnections();
  server.close();
  vi.unstubAllEnvs();
});

it('asks twice by one key for one version of a booking', async () => {
  failing = 0;
  for (let time = 0; time < 2; time += 1) expect((await liveOrder(booking)).reference).toBe('pi_1');
  expect(keys).toHaveLength(1);
});

it('asks by another key after an error that Stripe keeps under the first', async () => {
  failing = 1;
  expect(await liveOrder(booking)).toMatchObject({ reference: 'pi_1', clientSecret: 'pi_1_secret', status: 'OPEN' });
  expect(keys).toHaveLength(2);
});

it('gives up where the other key meets one too', async () => {
  failing = 9;
  await expect(liveOrder(booking)).rejects.toThrow('Sorry.');
  expect(keys).toHaveLength(2);
});
