import { createServer, type Server } from 'node:http';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import Stripe from 'stripe';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { listenOnLoopback, stopListening } from '../simulator/http/listen.ts';
import { type PaymentsOptions, type PaymentsSimulator, SIMULATOR_KEYS, startPaymentsSimulator } from './simulator.ts';

const { secretKey, webhookSecret } = SIMULATOR_KEYS;
const DAY_MS = 86_400_000;
let clock = Date.parse('2027-01-01T00:00:00Z');
let simulator: PaymentsSimulator;
let stripe: Stripe;

/** The official library, as the functions set it up. */
function clientOf({ url }: PaymentsSimulator, key = secretKey): Stripe {
  const { hostname: host, port } = new URL(url);
  return new Stripe(key, { host, port, protocol: 'http', maxNetworkRetries: 0, timeout: 1_000, telemetry: false });
}

async function failure(work: Promise<unknown>): Promise<Stripe.errors.StripeError> {
  const error: unknown = await work.then(
    () => null,
    (reason: unknown) => reason,
  );
  if (error instanceof Stripe.errors.StripeError) return error;
  throw new Error(`It did not fail as Stripe does: ${String(error)}`);
}

const ORDER = {
  amount: 27_000,
  currency: 'EUR',
  capture_method: 'manual',
  metadata: { booking_id: 'B1' },
  allowed_payment_method_types: ['card'],
} as const satisfies Stripe.PaymentIntentCreateParams;

async function authorized(): Promise<string> {
  const { id } = await stripe.paymentIntents.create(ORDER);
  await stripe.paymentIntents.confirm(id, { payment_method: 'pm_card_visa' });
  return id;
}

const typesOf = (id: string): string[] =>
  simulator
    .events()
    .filter(({ data }) => {
      const { id: own, payment_intent: of } = data.object as { id: string; payment_intent?: string };
      return own === id || of === id;
    })
    .map(({ type }) => type);

const start = (options: PaymentsOptions = {}): Promise<PaymentsSimulator> =>
  startPaymentsSimulator({ now: () => clock, retryPausesMs: [1, 1, 1], ...options });

beforeAll(async () => {
  simulator = await start();
  stripe = clientOf(simulator);
});
afterAll(() => simulator.stop());
afterEach(async () => {
  simulator.reset();
  await simulator.webhooks.idle();
  simulator.webhooks.setEndpoint(null);
});

describe('a payment', () => {
  it('is authorized, captured in part, and given back in two parts', async () => {
    const made = await stripe.paymentIntents.create(ORDER);
    expect(made).toMatchObject({ amount: 27_000, currency: 'eur', status: 'requires_payment_method', livemode: false });
    expect(made.metadata).toEqual({ booking_id: 'B1' });
    expect(made.client_secret).toMatch(new RegExp(`^${made.id}_secret_`));
    const held = await stripe.paymentIntents.confirm(made.id, { payment_method: 'pm_card_visa' });
    expect(held).toMatchObject({ status: 'requires_capture', amount_capturable: 27_000, amount_received: 0 });
    const taken = await stripe.paymentIntents.capture(made.id, { amount_to_capture: 20_000 });
    expect(taken).toMatchObject({ status: 'succeeded', amount_capturable: 0, amount_received: 20_000 });
    await stripe.refunds.create({ payment_intent: made.id, amount: 5_000, reason: 'requested_by_customer' });
    const rest = await stripe.refunds.create({ payment_intent: made.id });
    expect(rest).toMatchObject({ amount: 15_000, status: 'succeeded', payment_intent: made.id });
    const whole = await stripe.paymentIntents.retrieve(made.id, { expand: ['latest_charge'] });
    expect(whole.latest_charge).toMatchObject({ id: taken.latest_charge, amount_refunded: 20_000, refunded: true });
    const { data } = await stripe.refunds.list({ payment_intent: made.id });
    expect(data.map(({ amount }) => amount)).toEqual([15_000, 5_000]);
    expect(await failure(stripe.refunds.create({ payment_intent: made.id }))).toMatchObject({
      statusCode: 400,
      code: 'charge_already_refunded',
    });
    expect(typesOf(made.id)).toEqual([
      'payment_intent.created',
      'payment_intent.amount_capturable_updated',
      'payment_intent.succeeded',
      'charge.refunded',
      'charge.refunded',
    ]);
  });

  it('takes the money at once where it is not captured by hand', async () => {
    const made = await stripe.paymentIntents.create({
      amount: 50,
      currency: 'usd',
      payment_method: 'pm_card_visa',
      confirm: true,
      automatic_payment_methods: { enabled: true, allow_redirects: 'never' },
    });
    expect(made).toMatchObject({ status: 'succeeded', amount_received: 50 });
  });

  it('that is declined says why, and takes another card', async () => {
    const { id } = await stripe.paymentIntents.create(ORDER);
    const error = await failure(stripe.paymentIntents.confirm(id, { payment_method: 'pm_card_chargeDeclined' }));
    expect(error).toBeInstanceOf(Stripe.errors.StripeCardError);
    expect(error).toMatchObject({ statusCode: 402, code: 'card_declined', decline_code: 'generic_decline' });
    expect(error.payment_intent).toMatchObject({ id, status: 'requires_payment_method' });
    expect((await stripe.paymentIntents.retrieve(id)).last_payment_error).toMatchObject({ code: 'card_declined' });
    expect(typesOf(id).at(-1)).toBe('payment_intent.payment_failed');
    await stripe.paymentIntents.confirm(id, { payment_method: 'pm_card_visa' });
    expect((await stripe.paymentIntents.retrieve(id)).status).toBe('requires_capture');
  });

  it('is cancelled until it is captured, and no more afterwards', async () => {
    const held = await authorized();
    const cancelled = await stripe.paymentIntents.cancel(held, { cancellation_reason: 'abandoned' });
    expect(cancelled).toMatchObject({ status: 'canceled', amount_capturable: 0, cancellation_reason: 'abandoned' });
    const taken = await authorized();
    await stripe.paymentIntents.capture(taken);
    const again = [
      stripe.paymentIntents.cancel(held),
      stripe.paymentIntents.capture(held),
      stripe.paymentIntents.confirm(held, { payment_method: 'pm_card_visa' }),
      stripe.paymentIntents.cancel(taken),
      stripe.paymentIntents.capture(taken),
      stripe.refunds.create({ payment_intent: held }),
    ];
    for (const work of again) {
      expect(await failure(work)).toMatchObject({ statusCode: 400, code: 'payment_intent_unexpected_state' });
    }
  });

  it.each([
    [{ amount: 49 }, { code: 'amount_too_small', param: 'amount' }],
    [{ amount: 1.5 }, { code: 'parameter_invalid_integer', param: 'amount' }],
    [{ currency: 'euro' }, { param: 'currency' }],
    [{ payment_method: 'pm_card_other' }, { code: 'resource_missing', param: 'payment_method' }],
    [{ payment_method_types: ['card'] } as object, { code: 'payment_method_types_no_longer_supported' }],
    [{ colour: 'red' } as object, { code: 'parameter_unknown', param: 'colour' }],
    [{ metadata: { x: 'y'.repeat(501) } }, { param: 'metadata[x]' }],
  ])('with %j is refused', async (changes, expected) => {
    const error = await failure(stripe.paymentIntents.create({ ...ORDER, ...changes }));
    expect(error).toMatchObject({ ...expected, statusCode: 400, type: 'StripeInvalidRequestError' });
  });

  it('without an amount is refused, as are amounts beyond what there is', async () => {
    const { currency } = ORDER;
    const error = await failure(stripe.paymentIntents.create({ currency } as Stripe.PaymentIntentCreateParams));
    expect(error).toMatchObject({ code: 'parameter_missing', param: 'amount' });
    const id = await authorized();
    expect(await failure(stripe.paymentIntents.capture(id, { amount_to_capture: 27_001 }))).toMatchObject({
      code: 'amount_too_large',
    });
    await stripe.paymentIntents.capture(id);
    expect(await failure(stripe.refunds.create({ payment_intent: id, amount: 27_001 }))).toMatchObject({
      param: 'amount',
    });
  });

  it('that nobody made is 404, and a wrong key 401', async () => {
    expect(await failure(stripe.paymentIntents.retrieve('pi_none'))).toMatchObject({
      statusCode: 404,
      code: 'resource_missing',
    });
    const error = await failure(clientOf(simulator, 'sk_test_other').paymentIntents.create(ORDER));
    expect(error).toBeInstanceOf(Stripe.errors.StripeAuthenticationError);
    const bare = await fetch(`${simulator.url}/v1/payment_intents/pi_none`);
    expect(bare.status).toBe(401);
    expect(await bare.text()).not.toContain(secretKey);
  });
});

describe('an idempotency key', () => {
  const create = (key: string, changes: Partial<Stripe.PaymentIntentCreateParams> = {}) =>
    stripe.paymentIntents.create({ ...ORDER, ...changes }, { idempotencyKey: key });

  it('answers the same for a day, and then works anew', async () => {
    const first = await create('same');
    expect((await create('same')).id).toBe(first.id);
    clock += DAY_MS - 1_000;
    const replayed = await create('same');
    expect([replayed.id, replayed.lastResponse.headers['idempotent-replayed']]).toEqual([first.id, 'true']);
    clock += 1_000;
    expect((await create('same')).id).not.toBe(first.id);
  });

  it('is refused for other parameters, or another call', async () => {
    const { id } = await create('other');
    expect(await failure(create('other', { amount: 27_001 }))).toMatchObject({
      statusCode: 400,
      type: 'StripeIdempotencyError',
    });
    const error = await failure(stripe.paymentIntents.cancel(id, {}, { idempotencyKey: 'other' }));
    expect(error).toBeInstanceOf(Stripe.errors.StripeIdempotencyError);
    expect((await stripe.paymentIntents.retrieve(id)).status).toBe('requires_payment_method');
  });

  it('keeps a refusal of the card or of the state, and none of parameters', async () => {
    const { id } = await stripe.paymentIntents.create(ORDER);
    const confirm = (card: string, key: string) =>
      stripe.paymentIntents.confirm(id, { payment_method: card }, { idempotencyKey: key });
    expect(await failure(confirm('pm_card_chargeDeclined', 'card'))).toMatchObject({ statusCode: 402 });
    expect(await failure(confirm('pm_card_chargeDeclined', 'card'))).toMatchObject({ statusCode: 402 });
    expect(typesOf(id).filter((type) => type === 'payment_intent.payment_failed')).toHaveLength(1);
    const capture = (): Promise<unknown> => stripe.paymentIntents.capture(id, {}, { idempotencyKey: 'early' });
    expect(await failure(capture())).toMatchObject({ code: 'payment_intent_unexpected_state' });
    await confirm('pm_card_visa', 'second');
    expect(await failure(capture())).toMatchObject({ code: 'payment_intent_unexpected_state' });
    expect(await failure(create('bad', { amount: 1 }))).toMatchObject({ code: 'amount_too_small' });
    expect((await create('bad')).status).toBe('requires_payment_method');
  });
});

describe('a webhook', () => {
  type Received = { body: string; signature: string };
  let receiver: Server;
  let received: Received[] = [];
  let statuses: number[] = [];
  let url = '';

  beforeAll(async () => {
    receiver = createServer((request, response) => {
      const chunks: Buffer[] = [];
      request.on('data', (chunk: Buffer) => chunks.push(chunk));
      request.on('end', () => {
        const body = Buffer.concat(chunks).toString('utf8');
        received.push({ body, signature: String(request.headers['stripe-signature']) });
        response.writeHead(statuses.shift() ?? 200).end();
      });
    });
    url = `http://127.0.0.1:${await listenOnLoopback(receiver, 0)}/hook`;
  });
  afterAll(() => stopListening(receiver));

  const eventOf = ({ body, signature }: Received): Stripe.Event =>
    stripe.webhooks.constructEvent(body, signature, webhookSecret, 300, undefined, clock / 1000);
  async function heard(work: () => Promise<unknown>): Promise<Stripe.Event[]> {
    received = [];
    simulator.webhooks.setEndpoint({ url, secret: webhookSecret });
    await work();
    await simulator.webhooks.idle();
    return received.map(eventOf);
  }
  const idsOf = (events: Stripe.Event[]): string[] => events.map(({ id }) => id);

  it('tells of each step, signed as the official library checks it', async () => {
    const events = await heard(authorized);
    expect(events.map(({ type }) => type).sort()).toEqual([
      'payment_intent.amount_capturable_updated',
      'payment_intent.created',
    ]);
    const [{ body, signature }] = received;
    expect(() => stripe.webhooks.constructEvent(body, signature, 'whsec_other', 300, undefined, clock / 1000)).toThrow(
      'No signatures found matching',
    );
    const [event] = events;
    expect(await stripe.events.retrieve(event.id)).toMatchObject({ id: event.id, type: event.type });
  });

  it('comes again until it is taken, and not for ever', async () => {
    const made = (): Promise<unknown> => stripe.paymentIntents.create(ORDER);
    statuses = [500, 302];
    expect(new Set(idsOf(await heard(made)))).toHaveLength(1);
    expect(received).toHaveLength(3);
    statuses = [500, 500, 500, 500, 500];
    await heard(made);
    expect(received).toHaveLength(4);
    statuses = [];
  });

  it('may come twice, late, in the wrong order, or when it is asked for', async () => {
    simulator.webhooks.setMode('twice');
    const twice = await heard(() => stripe.paymentIntents.create(ORDER));
    expect(idsOf(twice)).toEqual([twice[0].id, twice[0].id]);
    simulator.webhooks.setMode('hold');
    expect(await heard(authorized)).toEqual([]);
    const reversed = await heard(() => simulator.webhooks.release('reversed'));
    expect(reversed.map(({ type }) => type)).toEqual([
      'payment_intent.amount_capturable_updated',
      'payment_intent.created',
    ]);
    const again = await heard(() => Promise.resolve(simulator.resend(reversed[0].id)));
    expect(again).toEqual([reversed[0]]);
  });
});

describe('a fault', () => {
  const attempt = (key: string): Promise<Stripe.PaymentIntent> =>
    stripe.paymentIntents.create(ORDER, { idempotencyKey: key });

  it.each([
    ['an error before', { kind: 'fail', status: 500 }, 0],
    ['an error after', { kind: 'fail', status: 500, applied: true }, 1],
    // The library itself tries a second time when a connection is cut.
    ['cut connections before', { kind: 'gone', times: 2 }, 0],
    ['cut connections after', { kind: 'gone', applied: true, times: 2 }, 1],
    ['no answer', { kind: 'hang', applied: true }, 1],
    ['too late an answer', { kind: 'slow', milliseconds: 1_500 }, 1],
  ] as const)('of %s leaves as many payments as it says, and a repeat makes it one', async (name, behaviour, made) => {
    const before = simulator.intents().length;
    simulator.set({ times: 1, ...behaviour }, 'create');
    await failure(attempt(name));
    expect(simulator.intents().length - before).toBe(made);
    const { id } = await attempt(name);
    expect(simulator.intents().length - before).toBe(1);
    expect(simulator.intents().at(-1)?.id).toBe(id);
  });
});

describe('a person', () => {
  const paying = (clientSecret: string, fields: Record<string, string>, accept = 'application/json') =>
    fetch(`${simulator.url}/pay`, {
      method: 'POST',
      headers: { accept },
      body: new URLSearchParams({ client_secret: clientSecret, ...fields }),
    });

  it('pays on a page, with another card where one is declined', async () => {
    const { id, client_secret } = await stripe.paymentIntents.create({ ...ORDER, currency: 'JPY' });
    const page = await fetch(`${simulator.url}/pay?client_secret=${client_secret}`);
    expect(await page.text()).toContain('Pay ¥27,000');
    const declined = await paying(client_secret!, { payment_method: 'pm_card_chargeDeclined' }, 'text/html');
    expect(await declined.text()).toContain('Your card was declined.');
    const paid = await paying(client_secret!, { payment_method: 'pm_card_visa' });
    expect(await paid.json()).toEqual({ status: 'requires_capture', error: null });
    expect((await stripe.paymentIntents.retrieve(id)).status).toBe('requires_capture');
  });

  it('answers the bank’s question', async () => {
    for (const [answer, status] of [
      ['false', 'requires_payment_method'],
      ['true', 'requires_capture'],
    ]) {
      const { client_secret } = await stripe.paymentIntents.create(ORDER);
      const asked = await paying(client_secret!, { payment_method: 'pm_card_authenticationRequired' });
      expect(await asked.json()).toEqual({ status: 'requires_action', error: null });
      expect(await (await paying(client_secret!, { authenticate: answer })).json()).toMatchObject({ status });
    }
  });

  it('who does not know the client secret pays nothing', async () => {
    const { id } = await stripe.paymentIntents.create(ORDER);
    const response = await paying(`${id}_secret_guessed`, { payment_method: 'pm_card_visa' });
    expect(response.status).toBe(404);
    expect((await stripe.paymentIntents.retrieve(id)).status).toBe('requires_payment_method');
  });
});

it('keeps payments, and answers to idempotency keys, in a data folder', async () => {
  const dataFolder = mkdtempSync(join(tmpdir(), 'keyrack-payments-'));
  const first = await start({ dataFolder });
  const { id } = await clientOf(first).paymentIntents.create(ORDER, { idempotencyKey: 'kept' });
  await first.stop();
  const second = await start({ dataFolder });
  const client = clientOf(second);
  expect((await client.paymentIntents.create(ORDER, { idempotencyKey: 'kept' })).id).toBe(id);
  await client.paymentIntents.cancel(id);
  await second.stop();
  const third = await start({ dataFolder });
  expect(third.intents()).toMatchObject([{ id, status: 'canceled' }]);
  await third.stop();
  rmSync(dataFolder, { recursive: true });
});
