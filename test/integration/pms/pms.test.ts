import { afterAll, afterEach, beforeAll, describe, expect, it, vi } from 'vitest';
import { type PmsSimulator, startPmsSimulator } from '../../../local/pms/simulator.ts';
import { ask, drained, get, guest, metric, newGuest, operator, staff } from '../../support/cloud/cloud.ts';
import { monthAhead, plusDays } from '../../support/data/days.ts';
import { CANCEL } from '../../support/api/operations.ts';
import { REQUEST, SHOW } from '../../support/api/lifecycle.ts';
import { stayInput } from '../../support/data/stay.ts';
import { lettersOf } from '../../support/parts/deadLetters.ts';
import { book, newPmsProperty, pmsOf, QUEUE_OF, sendToPmsQueue, syncOf } from '../../support/parts/pms.ts';

const from = monthAhead(3);
const to = plusDays(from, 5);
const departure = plusDays(from, 2);
// Generous, as functions start cold on busy machines: each wait ends with the fact it waits for.
const WAIT = { timeout: 100_000, interval: 150 };
vi.setConfig({ testTimeout: 120_000 });

let pms: PmsSimulator;
beforeAll(async () => {
  pms = await startPmsSimulator();
});
afterEach(() => pms.set({ kind: 'well' }));
afterAll(() => pms.stop());

const reservation = (propertyId: string, bookingId: string) =>
  pms.reservations(propertyId).find((one) => one.bookingId === bookingId);
const calls = (bookingId: string) => pms.received().filter((call) => call.bookingId === bookingId);
const counted = async (name: string) => (await metric(name))?.sum ?? 0;
const cancel = async (id: string) => get(await operator(), CANCEL, { id });

describe.each(['WEBHOOK', 'OPENTRAVEL'] as const)('a PMS of kind %s', (kind) => {
  it('has a booking and its cancellation, and the booking has its number', async () => {
    const propertyId = await newPmsProperty(pms, kind, { from, to });
    const id = await book(propertyId, from, departure);
    await vi.waitFor(() => expect(reservation(propertyId, id)).toMatchObject({ version: 1, isActive: true }), WAIT);
    const { confirmationNumber } = reservation(propertyId, id)!;
    const synced = { state: 'SYNCED', newest: 1, acknowledged: 1, reason: null, confirmationNumber };
    await vi.waitFor(async () => expect(await syncOf(id)).toMatchObject(synced), WAIT);
    await cancel(id);
    await vi.waitFor(() => expect(reservation(propertyId, id)).toMatchObject({ version: 2, isActive: false }), WAIT);
    await vi.waitFor(async () => expect(await syncOf(id)).toMatchObject({ state: 'SYNCED', acknowledged: 2 }), WAIT);
    const well = { kind, circuit: 'CLOSED', failures: 0, owesSince: null, pending: 0, refused: 0 };
    // The booking's ledger is written first, then the state of its PMS.
    const delivered = { ...well, lastDeliveredAt: expect.any(String) };
    await vi.waitFor(async () => expect(await pmsOf(propertyId)).toMatchObject(delivered), WAIT);
  });

  it('hears nothing of a request that is withdrawn before the property answered it', async () => {
    const propertyId = await newPmsProperty(pms, kind, { from, to, bookingPolicy: { mode: 'ON_REQUEST' } });
    const ada = await newGuest();
    const input = stayInput({ propertyId, arrival: from, departure });
    const { id } = (await get(ada, REQUEST, { input })).requestBooking;
    await drained();
    expect((await get(ada, SHOW, { id })).booking.status).toBe('REQUESTED');
    await cancel(id);
    await drained();
    expect(calls(id)).toEqual([]);
    expect(await syncOf(id)).toBeNull();
  });

  it('is told nothing twice by old or repeated messages', async () => {
    const propertyId = await newPmsProperty(pms, kind, { from, to });
    const id = await book(propertyId, from, departure);
    await cancel(id);
    await vi.waitFor(async () => expect(await syncOf(id)).toMatchObject({ acknowledged: 2 }), WAIT);
    await drained();
    const before = calls(id).length;
    for (const version of [1, 2, 1, 2]) await sendToPmsQueue(kind, { propertyId, bookingId: id, version });
    await drained();
    expect(calls(id)).toHaveLength(before);
    expect(reservation(propertyId, id)).toMatchObject({ version: 2, isActive: false });
  });

  it('that refuses a booking for good has it among the dead letters, with the reason, until a redrive', async () => {
    const propertyId = await newPmsProperty(pms, kind, { from, to });
    const [successes, failures] = [await counted('PMSSyncSuccess'), await counted('PMSSyncFailure')];
    pms.set({ kind: 'fail', status: 422 }, propertyId);
    const id = await book(propertyId, from, departure);
    const refused = { state: 'REFUSED', reason: 'HTTP 422', acknowledged: 0 };
    await vi.waitFor(async () => expect(await syncOf(id)).toMatchObject(refused), WAIT);
    const [letter] = await lettersOf(QUEUE_OF[kind], ({ body }) => body.includes(id));
    expect(letter.reason).toBe('HTTP 422');
    expect(await pmsOf(propertyId)).toMatchObject({ circuit: 'CLOSED', refused: 1, lastError: 'HTTP 422' });
    pms.set({ kind: 'well' }, propertyId);
    await get(await operator(), `mutation { redrivePms(propertyId: "${propertyId}") { circuit pending } }`);
    await vi.waitFor(async () => expect(await syncOf(id)).toMatchObject({ state: 'SYNCED', reason: null }), WAIT);
    await vi.waitFor(async () => expect(await pmsOf(propertyId)).toMatchObject({ refused: 0, owesSince: null }), WAIT);
    await vi.waitFor(async () => expect(await counted('PMSSyncFailure')).toBeGreaterThan(failures), WAIT);
    await vi.waitFor(async () => expect(await counted('PMSSyncSuccess')).toBeGreaterThan(successes), WAIT);
    expect(await metric('PMSSyncDelay')).toMatchObject({ unit: 'Milliseconds' });
  });
});

describe('settings of a PMS', () => {
  const PUT = 'mutation ($input: PutPropertyInput!) { putProperty(input: $input) { id pms { kind endpoint } } }';
  const put = async (settings: object | null) =>
    ask(await operator(), PUT, {
      input: {
        ...{ id: `test-${crypto.randomUUID()}`, name: 'House', city: 'Porto', country: 'PT' },
        ...{ timeZone: 'Europe/Lisbon', currency: 'EUR', pms: settings },
      },
    });
  const webhook = { kind: 'WEBHOOK', endpoint: 'https://pms.example.com/in?hotel=1', secretName: 'one' };

  it('are kept, and gone when they are left out', async () => {
    expect((await put(webhook)).data.putProperty.pms).toEqual({ kind: 'WEBHOOK', endpoint: webhook.endpoint });
    expect((await put(null)).data.putProperty.pms).toEqual({ kind: 'NONE', endpoint: null });
  });

  it.each([
    'http://pms.example.com/in',
    'https://10.0.0.5/in',
    'https://169.254.169.254/latest/meta-data',
    'https://[fd00::1]/in',
    'https://2130706433/in',
    'https://0x7f.1/in',
    'https://localhost/in',
    'https://user:password@pms.example.com/in',
    'http://127.0.0.1:80@pms.example.com/in',
    'http://10.0.0.5:8080/in',
  ])('refuse the endpoint %s', async (endpoint) => {
    const { errors } = await put({ ...webhook, endpoint });
    expect(errors).toMatchObject([{ errorType: 'InvalidInput' }]);
  });

  it.each([{ endpoint: null }, { secretName: null }, { secretName: '../other' }])('refuse %j', async (wrong) => {
    const { errors } = await put({ ...webhook, ...wrong });
    expect(errors).toMatchObject([{ errorType: 'InvalidInput' }]);
  });

  it('and what the PMS knows are for who acts for the property', async () => {
    const propertyId = await newPmsProperty(pms, 'WEBHOOK', { from, to });
    const settings = `query { property(id: "${propertyId}") { name pms { kind endpoint } } }`;
    const endpoint = pms.endpoint(propertyId, 'webhook');
    const sync = `query { pmsSync(propertyId: "${propertyId}") { circuit } }`;
    const [own, other, visitor, anyGuest] = [
      await staff('pms-own', propertyId),
      await staff('pms-other', 'elsewhere'),
      null,
      await guest('pms-guest'),
    ];
    expect((await ask(own, settings)).data.property.pms).toEqual({ kind: 'WEBHOOK', endpoint });
    expect((await ask(other, settings)).data.property).toEqual({ name: 'Test House', pms: null });
    for (const user of [visitor, anyGuest]) {
      const { data, errors } = await ask(user, settings);
      expect(errors).toMatchObject([{ errorType: 'Unauthorized' }]);
      expect(data.property).toEqual({ name: 'Test House', pms: null });
    }
    expect((await ask(own, sync)).data.pmsSync).toEqual({ circuit: 'CLOSED' });
    for (const user of [other, visitor, anyGuest]) expect((await ask(user, sync)).errors).toHaveLength(1);
    const redrive = `mutation { redrivePms(propertyId: "${propertyId}") { circuit } }`;
    for (const user of [other, visitor, anyGuest]) expect((await ask(user, redrive)).errors).toHaveLength(1);
    const none = 'query { pmsSync(propertyId: "no-such-hotel") { circuit } }';
    expect((await ask(await operator(), none)).errors).toMatchObject([{ errorType: 'NotFound' }]);
  });
});
