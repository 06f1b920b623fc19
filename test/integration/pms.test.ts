import { afterAll, afterEach, beforeAll, describe, expect, it, vi } from 'vitest';
import { type PmsSimulator, startPmsSimulator } from '../../local/pms/simulator.ts';
import { drained, get, operator } from '../support/cloud.ts';
import { monthAhead, plusDays } from '../support/days.ts';
import { CANCEL } from '../support/operations.ts';
import { book, deadLetterOf, newPmsProperty, pmsOf, sendToPmsQueue, syncOf } from '../support/pms.ts';

const from = monthAhead(3);
const to = plusDays(from, 5);
const departure = plusDays(from, 2);
const WAIT = { timeout: 30_000, interval: 50 };

let pms: PmsSimulator;
beforeAll(async () => {
  pms = await startPmsSimulator();
});
afterEach(() => pms.set({ kind: 'well' }));
afterAll(() => pms.stop());

const reservation = (propertyId: string, bookingId: string) =>
  pms.reservations(propertyId).find((one) => one.bookingId === bookingId);
const calls = (bookingId: string) => pms.received().filter((call) => call.bookingId === bookingId);
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
    expect(await pmsOf(propertyId)).toMatchObject({
      kind,
      circuit: 'CLOSED',
      failures: 0,
      owesSince: null,
      pending: 0,
      refused: 0,
      lastDeliveredAt: expect.any(String),
    });
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
    pms.set({ kind: 'fail', status: 422 }, propertyId);
    const id = await book(propertyId, from, departure);
    const refused = { state: 'REFUSED', reason: 'HTTP 422', acknowledged: 0 };
    await vi.waitFor(async () => expect(await syncOf(id)).toMatchObject(refused), WAIT);
    await vi.waitFor(async () => expect(await deadLetterOf(kind, id)).toEqual({ reason: 'HTTP 422' }), WAIT);
    expect(await pmsOf(propertyId)).toMatchObject({ circuit: 'CLOSED', refused: 1, lastError: 'HTTP 422' });
    pms.set({ kind: 'well' }, propertyId);
    await get(await operator(), `mutation { redrivePms(propertyId: "${propertyId}") { circuit pending } }`);
    await vi.waitFor(async () => expect(await syncOf(id)).toMatchObject({ state: 'SYNCED', reason: null }), WAIT);
    await vi.waitFor(async () => expect(await pmsOf(propertyId)).toMatchObject({ refused: 0, owesSince: null }), WAIT);
  });
});
