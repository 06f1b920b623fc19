import { UpdateCommand } from '@aws-sdk/lib-dynamodb';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { signature } from '../../../local/payments/webhooks/sign.ts';
import { SIMULATOR_KEYS } from '../../../local/payments/simulator.ts';
import { CANCEL_FOR_FEE, CONFIRM, HOLD, RELEASE } from '../../support/api/lifecycle.ts';
import { insist } from '../../support/api/insist.ts';
import { ask, cloud, drained, get, guest, newGuest, operator, staff, type User } from '../../support/cloud/cloud.ts';
import { monthAhead, plusDays } from '../../support/data/days.ts';
import { documents } from '../../support/data/tables.ts';
import { grid, newProperty } from '../../support/data/property.ts';
import { stayInput } from '../../support/data/stay.ts';
import { PAID, pay, provider, START_PAYMENT, stripe, webhookUrl } from '../../support/parts/payments.ts';
import { until } from '../../support/until.ts';

vi.setConfig({ testTimeout: 120_000 });

const from = monthAhead(3);
const to = plusDays(from, 2);
const TOTAL = 20_000;

type Policy = Parameters<typeof newProperty>[0]['bookingPolicy'];
const houseOf = (policy: Policy = {}) =>
  newProperty({ from, to, total: 3, bookingPolicy: { payment: 'STRIPE', holdSeconds: 120, ...policy } });
const hold = async (user: User, propertyId: string): Promise<string> =>
  (await get(user, HOLD, { input: stayInput({ propertyId, arrival: from, departure: to }) })).holdRoom.id;
const start = async (user: User, id: string) => (await get(user, START_PAYMENT, { id })).startPayment;
const shown = async (user: User, id: string) => (await get(user, PAID, { id })).booking;
const paid = (user: User, id: string, status: string) =>
  until(`payment that is ${status}`, async () => {
    const booking = await shown(user, id);
    return booking.payment?.status === status && booking;
  });
const nights = async (propertyId: string) =>
  (await grid(propertyId, from, to)).map(({ available, held, sold }) => [available, held, sold]);
const orderOf = async (reference: string) => {
  const { intents, refunds } = await provider.payments();
  const intent = intents.find(({ id }) => id === reference)!;
  const refunded = refunds
    .filter(({ payment_intent }) => payment_intent === reference)
    .reduce((sum, { amount }) => sum + amount, 0);
  return { status: intent.status, received: intent.amount_received, refunded };
};
const eventsOf = async (reference: string) =>
  (await provider.events()).events.filter(({ data }) => (data.object as { id: string }).id === reference);

afterEach(async () => {
  await provider.reset();
  await provider.webhooks('well');
});

describe('a hold that is paid', () => {
  it('is confirmed and captured by itself, once; a cancellation gives back all but the fee', async () => {
    const propertyId = await houseOf({ cancellation: { freeUntilDays: 365, feeNights: 1 } });
    const ada = await newGuest();
    const id = await hold(ada, propertyId);
    const payment = await start(ada, id);
    expect(payment).toMatchObject({
      provider: 'STRIPE',
      status: 'PENDING',
      amount: { amount: TOTAL, currency: 'EUR' },
      reference: expect.stringMatching(/^pi_/) as string,
      clientSecret: expect.stringMatching(/_secret_/) as string,
    });
    const { holdExpiresAt, payment: stored } = await shown(ada, id);
    expect(Date.parse(holdExpiresAt) - Date.now()).toBeGreaterThan(290_000);
    expect(stored).toMatchObject({ reference: payment.reference, clientSecret: null });
    expect(await start(ada, id)).toEqual(payment);

    await provider.webhooks('twice');
    expect(await pay(payment.clientSecret)).toEqual({ status: 'requires_capture', error: null });
    expect(await paid(ada, id, 'CAPTURED')).toMatchObject({ status: 'CONFIRMED' });
    await drained();
    expect(await nights(propertyId)).toEqual([
      [2, 0, 1],
      [2, 0, 1],
    ]);
    expect(await orderOf(payment.reference)).toEqual({ status: 'succeeded', received: TOTAL, refunded: 0 });
    const { version } = await shown(ada, id);
    expect(await ask(ada, CONFIRM, { id, paymentReference: payment.reference })).toMatchObject({
      data: { confirmBooking: { status: 'CONFIRMED', version } },
    });

    await get(ada, CANCEL_FOR_FEE, { id });
    const cancelled = await paid(ada, id, 'REFUNDED');
    expect(cancelled.payment.refundedAmount).toEqual({ amount: 10_000 });
    await drained();
    expect(await orderOf(payment.reference)).toEqual({ status: 'succeeded', received: TOTAL, refunded: 10_000 });
  });

  it('is paid by another card where one is declined', async () => {
    const ada = await newGuest();
    const id = await hold(ada, await houseOf());
    const { clientSecret } = await start(ada, id);
    expect((await pay(clientSecret, 'pm_card_chargeDeclined')).error).toBe('Your card was declined.');
    expect((await paid(ada, id, 'FAILED')).payment.reason).toBe('Your card was declined.');
    expect((await ask(ada, CONFIRM, { id })).errors[0].errorType).toBe('PaymentMismatch');
    expect((await start(ada, id)).clientSecret).toBe(clientSecret);
    await pay(clientSecret);
    expect(await paid(ada, id, 'CAPTURED')).toMatchObject({ status: 'CONFIRMED' });
  });

  it('that is released lets its order go, also after the guest’s bank has promised the amount', async () => {
    const ada = await newGuest();
    const propertyId = await houseOf();
    const ids = [await hold(ada, propertyId), await hold(ada, propertyId)];
    const [open, promised] = [await start(ada, ids[0]), await start(ada, ids[1])];
    // Every event of a hold has its payment looked at: what is paid from now on nobody sees.
    await drained();
    await provider.webhooks('hold');
    await pay(promised.clientSecret);
    for (const id of ids) await get(ada, RELEASE, { id });
    for (const id of ids) expect(await paid(ada, id, 'CANCELLED')).toMatchObject({ status: 'RELEASED' });
    await provider.release('reversed');
    await drained();
    for (const { reference } of [open, promised]) {
      expect(await orderOf(reference)).toEqual({ status: 'canceled', received: 0, refunded: 0 });
    }
    expect((await pay(open.clientSecret)).error).toContain('canceled');
    expect(await nights(propertyId)).toEqual([
      [3, 0, 0],
      [3, 0, 0],
    ]);
  });

  it('too late, after its hold ran out, is never confirmed and costs nothing', async () => {
    const ada = await newGuest();
    const propertyId = await houseOf({ holdSeconds: 2, paymentSeconds: 8 });
    const id = await hold(ada, propertyId);
    const { clientSecret, reference, expiresAt } = await start(ada, id);
    await drained();
    await provider.webhooks('hold');
    await pay(clientSecret);
    await until('end of the hold', () => Promise.resolve(Date.now() > Date.parse(expiresAt)));
    expect((await ask(ada, START_PAYMENT, { id })).errors[0].errorType).toMatch(/HoldExpired|InvalidState/);
    await provider.release('kept');
    const booking = await paid(ada, id, 'CANCELLED');
    expect(booking.payment.reason).toMatch(/^HoldExpired/);
    await drained();
    expect(await orderOf(reference)).toEqual({ status: 'canceled', received: 0, refunded: 0 });
    expect((await shown(ada, id)).status).toBe('EXPIRED');
  });

  it('of another price than was ordered is never confirmed by that order, and paid by a new one', async () => {
    const ada = await newGuest();
    const id = await hold(ada, await houseOf());
    const old = await start(ada, id);
    await drained();
    await provider.webhooks('hold');
    await pay(old.clientSecret);
    await documents.send(
      new UpdateCommand({
        TableName: cloud.tables.Bookings,
        Key: { booking_id: id },
        UpdateExpression: 'SET total_amount = :total, version = version + :one',
        ExpressionAttributeValues: { ':total': TOTAL + 500, ':one': 1 },
      }),
    );
    expect(await paid(ada, id, 'FAILED')).toMatchObject({
      status: 'HELD',
      payment: { reference: old.reference, reason: expect.stringMatching(/^PaymentMismatch/) as string },
    });
    await provider.release('kept');
    const fresh = await start(ada, id);
    expect(fresh).toMatchObject({ status: 'PENDING', amount: { amount: TOTAL + 500 } });
    expect(fresh.reference).not.toBe(old.reference);
    await pay(fresh.clientSecret);
    expect(await paid(ada, id, 'CAPTURED')).toMatchObject({ status: 'CONFIRMED' });
    await drained();
    expect((await orderOf(old.reference)).status).toBe('canceled');
  });

  it('outlives a provider that fails, is slow and loses its answers', async () => {
    const ada = await newGuest();
    const id = await hold(ada, await houseOf());
    await provider.behave({ kind: 'gone', applied: true, times: 2 }, 'create');
    // The library's own repeat is not enough: the client sends the same again, as the error says.
    const { data } = await insist(() => ask(ada, START_PAYMENT, { id }));
    const { clientSecret, reference } = data.startPayment;
    await provider.behave({ kind: 'fail', status: 500, applied: true, times: 3 }, 'capture');
    await provider.behave({ kind: 'slow', milliseconds: 500, times: 2 }, 'retrieve');
    await pay(clientSecret);
    expect(await paid(ada, id, 'CAPTURED')).toMatchObject({ status: 'CONFIRMED' });
    const { intents } = await provider.payments();
    expect(intents.filter(({ metadata }) => metadata.booking_id === id).map((intent) => intent.id)).toEqual([
      reference,
    ]);
  });

  it('whose webhook never came is confirmed when the guest asks again', async () => {
    const ada = await newGuest();
    const id = await hold(ada, await houseOf());
    const { clientSecret } = await start(ada, id);
    await provider.webhooks('hold');
    await pay(clientSecret);
    await start(ada, id);
    expect(await paid(ada, id, 'CAPTURED')).toMatchObject({ status: 'CONFIRMED' });
    await provider.release('kept');
  });
});

describe('startPayment', () => {
  it('asks nothing in advance where the property does not', async () => {
    const ada = await newGuest();
    const id = await hold(ada, await houseOf({ payment: 'NONE' }));
    expect(await start(ada, id)).toMatchObject({ provider: 'NONE', amount: { amount: TOTAL }, clientSecret: null });
    expect(await shown(ada, id)).toMatchObject({ status: 'HELD', version: 1, payment: null });
  });

  it('is for those who see the booking, and for holds', async () => {
    const propertyId = await houseOf();
    const ada = await newGuest();
    const id = await hold(ada, propertyId);
    const typeOf = async (user: User) => (await ask(user, START_PAYMENT, { id })).errors.map((each) => each.errorType);
    expect(await typeOf(await guest('eve'))).toEqual(['NotFound']);
    expect(await typeOf(await staff('sam', 'elsewhere'))).toEqual(['NotFound']);
    expect(await typeOf(await staff('sam', propertyId))).toEqual([]);
    expect(await typeOf(await operator())).toEqual([]);
    await get(ada, RELEASE, { id });
    expect(await typeOf(ada)).toEqual(['InvalidState']);
  });

  it('sent many times at once makes one order', async () => {
    const ada = await newGuest();
    const id = await hold(ada, await houseOf());
    const answers = await Promise.all(Array.from({ length: 8 }, () => ask(ada, START_PAYMENT, { id })));
    const references = answers.flatMap(({ data }) => data?.startPayment?.reference ?? []) as string[];
    expect(references.length).toBeGreaterThan(0);
    expect(new Set(references)).toHaveLength(1);
    await drained();
    const { intents } = await provider.payments();
    const own = intents.filter(({ metadata }) => metadata.booking_id === id);
    const live = own.filter(({ status }) => status !== 'canceled').map((intent) => intent.id);
    expect(live).toEqual([references[0]]);
  });
});

describe('the webhook function', () => {
  const post = (body: string, header: string | null) =>
    fetch(webhookUrl, {
      method: 'POST',
      headers: { 'content-type': 'application/json; charset=utf-8', ...(header ? { 'stripe-signature': header } : {}) },
      body,
    });
  const nowSeconds = (): number => Math.floor(Date.now() / 1000);
  const { webhookSecret } = SIMULATOR_KEYS;

  it('refuses what is forged, too old, or no event, and changes nothing', async () => {
    const ada = await newGuest();
    const id = await hold(ada, await houseOf());
    const { reference } = await start(ada, id);
    await drained();
    const before = await shown(ada, id);
    const event = {
      id: `evt_${id}`,
      object: 'event',
      type: 'payment_intent.succeeded',
      data: { object: { id: reference } },
    };
    const body = JSON.stringify(event);
    const refused = [
      await post(body, null),
      await post(body, 't=1,v1=zz'),
      await post(body, signature('whsec_other', nowSeconds(), body)),
      await post(`${body} `, signature(webhookSecret, nowSeconds(), body)),
      await post(body, signature(webhookSecret, nowSeconds() - 301, body)),
      await post('no json', signature(webhookSecret, nowSeconds(), 'no json')),
      await post('{"object":"list"}', signature(webhookSecret, nowSeconds(), '{"object":"list"}')),
      await post('x'.repeat(300_000), signature(webhookSecret, nowSeconds(), 'x'.repeat(300_000))),
      await fetch(webhookUrl),
    ];
    expect(refused.map(({ status }) => status)).toEqual(Array(refused.length).fill(400));
    await drained();
    expect(await shown(ada, id)).toEqual(before);
  });

  it('takes an event again and again, and does its work once', async () => {
    const ada = await newGuest();
    const id = await hold(ada, await houseOf());
    const { clientSecret, reference } = await start(ada, id);
    await pay(clientSecret);
    await paid(ada, id, 'CAPTURED');
    await drained();
    const before = await shown(ada, id);
    for (const event of await eventsOf(reference)) {
      const body = JSON.stringify(event);
      const replays = await Promise.all([1, 2, 3].map(() => post(body, signature(webhookSecret, nowSeconds(), body))));
      expect(replays.map(({ status }) => status)).toEqual([200, 200, 200]);
      await provider.resend(event.id);
    }
    await drained();
    expect(await shown(ada, id)).toEqual(before);
    expect(await orderOf(reference)).toEqual({ status: 'succeeded', received: TOTAL, refunded: 0 });
  });

  it('takes what is no payment of this service, and leaves it alone', async () => {
    const { id } = await stripe.paymentIntents.create({ amount: 500, currency: 'eur', capture_method: 'manual' });
    await stripe.paymentIntents.confirm(id, { payment_method: 'pm_card_visa' });
    await drained();
    expect((await orderOf(id)).status).toBe('requires_capture');
  });
});
