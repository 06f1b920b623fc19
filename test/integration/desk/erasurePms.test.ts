import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, expect, it, vi } from 'vitest';
import { type PmsSimulator, startPmsSimulator } from '../../../local/pms/simulator.ts';
import { get, operator } from '../../support/cloud/cloud.ts';
import { BOOK, CANCEL } from '../../support/api/operations.ts';
import { monthAhead, plusDays } from '../../support/data/days.ts';
import { stayInput } from '../../support/data/stay.ts';
import { newPmsProperty, syncOf } from '../../support/parts/pms.ts';

const from = monthAhead(3);
// Generous, as functions start cold on busy machines: each wait ends with the fact it waits for.
const WAIT = { timeout: 100_000, interval: 150 };
vi.setConfig({ testTimeout: 120_000 });

let pms: PmsSimulator;
beforeAll(async () => {
  pms = await startPmsSimulator();
});
afterAll(() => pms.stop());

it.each(['WEBHOOK', 'OPENTRAVEL'] as const)(
  'a PMS of kind %s has the erased booking as its next version',
  async (kind) => {
    const propertyId = await newPmsProperty(pms, kind, { from, to: plusDays(from, 3) });
    const olga = await operator();
    const email = `uma.${randomUUID()}@example.com`;
    const guest = { name: 'Uma Umbra', email };
    const input = stayInput({ propertyId, arrival: from, departure: plusDays(from, 1), guest });
    await get(olga, BOOK, { input });
    await get(olga, CANCEL, { id: input.bookingId, reason: 'Uma is ill.' });
    await vi.waitFor(async () => expect(await syncOf(input.bookingId)).toMatchObject({ acknowledged: 2 }), WAIT);
    const { eraseGuest } = await get(olga, `mutation { eraseGuest(email: "${email}") { bookings isComplete } }`);
    expect(eraseGuest).toEqual({ bookings: 1, isComplete: true });
    const synced = { state: 'SYNCED', acknowledged: 3 };
    await vi.waitFor(async () => expect(await syncOf(input.bookingId)).toMatchObject(synced), WAIT);
    const [reservation] = pms.reservations(propertyId);
    expect(reservation).toMatchObject({ bookingId: input.bookingId, version: 3, isActive: false });
    const text = JSON.stringify(reservation);
    expect(text).toContain('Erased');
    expect(text).not.toMatch(/uma|umbra|ill/i);
  },
);
