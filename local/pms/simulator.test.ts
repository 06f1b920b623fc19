import { appendFileSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import fc from 'fast-check';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { type EventBooking, eventBooking } from '../../core/events/eventBooking.ts';
import { sampleBooking } from '../../core/events/testing/sampleBooking.ts';
import { type PmsSimulator, startPmsSimulator } from './simulator.ts';
import { pushOpenTravel, pushWebhook } from './testing/push.ts';

const PROPERTY = sampleBooking().property_id;
const folder = mkdtempSync(path.join(tmpdir(), 'keyrack-pms-'));
const lines: string[] = [];
let pms: PmsSimulator;
let bookings = 0;

/** A booking of its own for each test. */
const newBooking = (changes: Parameters<typeof sampleBooking>[0] = {}): EventBooking =>
  eventBooking(sampleBooking({ booking_id: `B${bookings++}`, ...changes }));
const stored = (booking: EventBooking) => pms.reservations(PROPERTY).find(({ bookingId }) => bookingId === booking.id);
const control = (method: string, what: string, body?: unknown) =>
  fetch(`${pms.url}/control/${what}`, { method, body: body === undefined ? null : JSON.stringify(body) });

beforeAll(async () => {
  pms = await startPmsSimulator({ log: (line) => lines.push(line) });
});
afterEach(() => control('DELETE', 'behaviour'));
afterAll(async () => {
  await pms.stop();
  rmSync(folder, { recursive: true });
});

describe.each([
  ['webhook', pushWebhook],
  ['opentravel', pushOpenTravel],
] as const)('over %s', (protocol, push) => {
  it('a booking is confirmed under a number that stays', async () => {
    const booking = newBooking({ guest: { name: 'Zoë <O’Neill> & "Søn"', email: 'z@guests.example' } });
    const outcome = await push(pms, booking);
    expect(outcome).toMatchObject({ kind: 'delivered', confirmationNumber: stored(booking)!.confirmationNumber });
    expect(await push(pms, { ...booking, version: 2 })).toEqual(outcome);
    expect(stored(booking)).toMatchObject({
      version: 2,
      status: protocol === 'webhook' ? 'CONFIRMED' : 'Reserved',
      isActive: true,
      roomTypeId: 'DLX',
      arrival: '2027-03-30',
      departure: '2027-04-02',
      units: 2,
      guestName: 'Zoë <O’Neill> & "Søn"',
    });
  });

  it('the newest version stands, in whatever order and however often versions come', async () => {
    const newest = 4;
    const orders = fc.shuffledSubarray([1, 2, 3, newest, newest, 1], { minLength: 3 });
    await fc.assert(
      fc.asyncProperty(orders, async (versions) => {
        const booking = newBooking();
        for (const version of versions) {
          const status = version === newest ? 'CANCELLED' : 'CONFIRMED';
          expect((await push(pms, { ...booking, version, status })).kind).toBe('delivered');
        }
        const last = Math.max(...versions);
        expect(stored(booking)).toMatchObject({ version: last, isActive: last !== newest });
      }),
      { numRuns: 20 },
    );
  });

  it('who does not know the secret changes nothing', async () => {
    const booking = newBooking();
    const other = `whsec_${Buffer.from('not the secret').toString('base64')}`;
    expect(await push(pms, booking, other)).toMatchObject({ kind: 'temporary', reason: 'HTTP 401' });
    expect(stored(booking)).toBeUndefined();
  });

  it('a message that cannot be read is refused for good', async () => {
    const outcome = await push(pms, newBooking({ version: 0 }));
    expect(outcome).toMatchObject({ kind: 'permanent', reason: 'HTTP 422' });
  });

  it('faults look as they do in life, and end when they were told to', async () => {
    const booking = newBooking();
    pms.set({ kind: 'fail', status: 503, retryAfter: '7', times: 1 });
    expect(await push(pms, booking)).toEqual({ kind: 'temporary', reason: 'HTTP 503', retryAfterSeconds: 7 });
    pms.set({ kind: 'fail', status: 404, times: 1 });
    expect((await push(pms, booking)).kind).toBe('permanent');
    pms.set({ kind: 'garbage', times: 1 });
    expect((await push(pms, booking)).kind).toBe('temporary');
    pms.set({ kind: 'hang', times: 1 });
    expect(await push(pms, booking)).toMatchObject({ kind: 'temporary', reason: 'no answer in time' });
    pms.set({ kind: 'slow', milliseconds: 1000, times: 1 });
    expect(await push(pms, { ...booking, version: 2 })).toMatchObject({ reason: 'no answer in time' });
    pms.set({ kind: 'gone', times: 1 });
    expect(await push(pms, booking)).toMatchObject({ kind: 'temporary', reason: 'no connection' });
    expect(stored(booking)).toMatchObject({ version: 2 });
    expect((await push(pms, { ...booking, version: 3 })).kind).toBe('delivered');
  });

  it('an answer may be lost after the message was applied', async () => {
    const booking = newBooking();
    pms.set({ kind: 'hang', applied: true, times: 1 });
    expect((await push(pms, booking)).kind).toBe('temporary');
    expect(stored(booking)).toMatchObject({ version: 1 });
    expect((await push(pms, booking)).kind).toBe('delivered');
    const effects = pms
      .received()
      .filter(({ bookingId }) => bookingId === booking.id)
      .map(({ effect }) => effect);
    expect(effects).toEqual(['changed', 'kept']);
  });
});

describe('the control endpoints', () => {
  it('set the behaviour of one property and leave the others well', async () => {
    const other = newBooking({ property_id: 'porto-1' });
    await control('PUT', `behaviour?propertyId=${PROPERTY}`, { kind: 'gone' });
    expect((await pushWebhook(pms, newBooking())).kind).toBe('temporary');
    expect((await pushWebhook(pms, other)).kind).toBe('delivered');
    const listed = await (await control('GET', 'reservations?propertyId=porto-1')).json();
    expect(listed).toMatchObject([{ bookingId: other.id }]);
  });

  it('refuse what is no behaviour', async () => {
    for (const wrong of [{ kind: 'odd' }, { kind: 'fail' }, { kind: 'gone', rate: 2 }]) {
      expect((await control('PUT', 'behaviour', wrong)).status).toBe(400);
    }
    expect((await control('GET', 'elsewhere')).status).toBe(404);
  });

  it('forget calls when asked to', async () => {
    await pushWebhook(pms, newBooking());
    expect(await (await control('GET', 'received')).json()).not.toEqual([]);
    await control('DELETE', 'received');
    expect(pms.received()).toEqual([]);
  });
});

it('fails at a rate', async () => {
  const chances = [0.1, 0.9, 0.4, 0.6];
  const flaky = await startPmsSimulator({ random: () => chances.shift()! });
  flaky.set({ kind: 'fail', status: 500, rate: 0.5 });
  const kinds: string[] = [];
  for (const version of [1, 2, 3, 4]) kinds.push((await pushWebhook(flaky, newBooking({ version }))).kind);
  expect(kinds).toEqual(['temporary', 'delivered', 'temporary', 'delivered']);
  await flaky.stop();
});

it('keeps its book over a hard end, and cuts a line that was half written', async () => {
  const [first, second] = [newBooking({ version: 2 }), newBooking()];
  const before = await startPmsSimulator({ dataFolder: folder });
  const outcome = await pushWebhook(before, first);
  await before.stop();
  appendFileSync(path.join(folder, 'reservations.jsonl'), '\n{"propertyId":"lisb');
  const between = await startPmsSimulator({ dataFolder: folder });
  expect(await pushOpenTravel(between, { ...first, version: 1 })).toEqual(outcome);
  await pushWebhook(between, second);
  await between.stop();
  const after = await startPmsSimulator({ dataFolder: folder });
  expect(after.reservations().map(({ version }) => version)).toEqual([2, 1]);
  await after.stop();
});

it('shows its reservations on a page, with nothing of theirs taken for markup', async () => {
  await pushWebhook(pms, newBooking({ guest: { name: '<script>alert(1)</script>', email: 'x@guests.example' } }));
  const page = await (await fetch(pms.url)).text();
  expect(page).toContain('&#60;script&#62;');
  expect(page).not.toContain('<script>');
});

it('writes no guest data to its log', () => {
  expect(lines.length).toBeGreaterThan(10);
  expect(lines.join('\n')).not.toMatch(/Ada|Zoë|@/);
});
