import { randomUUID } from 'node:crypto';
import type { Pool } from 'mysql2/promise';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { bookingEvent } from '../../../core/events/bookingEvent.ts';
import { sampleBooking } from '../../../core/events/testing/sampleBooking.ts';
import type { BookingItem } from '../../../core/portable/items/booking.ts';
import { drained, get, guest, mariaDb, metric } from '../../support/cloud/cloud.ts';
import { monthAhead, plusDays } from '../../support/data/days.ts';
import { lettersNow, lettersOf } from '../../support/parts/deadLetters.ts';
import { historyPool, recordedOf } from '../../support/data/history.ts';
import { BOOK, CANCEL } from '../../support/api/operations.ts';
import { newProperty } from '../../support/data/property.ts';
import { sendTo } from '../../support/parts/queues.ts';
import { stayInput } from '../../support/data/stay.ts';

const from = monthAhead(2);
/** A writer that timed out leaves its messages hidden for a minute. */
const DRAINED_MS = 150_000;
vi.setConfig({ testTimeout: 240_000 });

let pool: Pool;

beforeAll(() => {
  pool = historyPool();
});
afterAll(() => pool.end());

/** The message that tells of a version of a booking. */
function message(changes: Partial<BookingItem>): string {
  const before = sampleBooking({ ...changes, version: 0 });
  return JSON.stringify(bookingEvent(before, sampleBooking(changes), 'NONE'));
}

/** Puts messages into the audit queue as they are. */
const sendToAudit = (bodies: readonly string[]) => sendTo('Audit', ...bodies.map((body) => ({ body })));

/** What lies among the dead letters of these bookings. */
const lettersAbout = (...ids: string[]) => lettersNow('Audit', ({ body }) => ids.some((id) => body.includes(id)));

const versionsOf = async (...ids: string[]) =>
  (await recordedOf(pool, ...ids)).map(({ booking_id, version }) => `${booking_id} ${version}`);

it('a booking and its cancellation are two rows, with nothing of the guest in any column', async () => {
  const propertyId = await newProperty({ from, to: plusDays(from, 5) });
  const ada = await guest('ada-audit');
  const person = { name: 'Zebulon Quartermaine', email: 'zebulon@quartermaine.example', phone: '+351210000001' };
  const input = stayInput({ propertyId, arrival: from, departure: plusDays(from, 2), guest: person });
  await get(ada, BOOK, { input });
  await get(ada, CANCEL, { id: input.bookingId, reason: 'Zebulon broke his leg' });
  await drained(DRAINED_MS);
  const rows = await recordedOf(pool, input.bookingId);
  const both = {
    booking_id: input.bookingId,
    property_id: propertyId,
    room_type_id: 'DLX',
    arrival: from,
    departure: plusDays(from, 2),
    units: 1,
    total_amount: 20_000,
    currency: 'EUR',
    guest_ref: ada.sub,
    schema_version: 1,
    source: 'EVENT',
  };
  expect(rows).toMatchObject([
    { ...both, version: 1, event_type: 'BOOKED', status: 'CONFIRMED' },
    { ...both, version: 2, event_type: 'CANCELLED', status: 'CANCELLED' },
  ]);
  expect(JSON.stringify(rows)).not.toMatch(/zebulon|quartermaine|210000001|leg/i);
});

describe('what comes from the queue', () => {
  it('is written once for each version, however often and in whatever order it comes', async () => {
    const [a, b] = [randomUUID(), randomUUID()];
    const wanted = [a, b].flatMap((booking_id) => [3, 1, 2].map((version) => message({ booking_id, version })));
    await sendToAudit([...wanted, ...wanted, ...wanted.reverse()]);
    await sendToAudit(wanted);
    await drained(DRAINED_MS);
    const expected = [a, b].sort().flatMap((id) => [`${id} 1`, `${id} 2`, `${id} 3`]);
    expect(await versionsOf(a, b)).toEqual(expected);
    expect(await lettersAbout(a, b)).toEqual([]);
  });

  it('is buried with the reason where it can never be written, and the rest of its batch goes on', async () => {
    const [good, better] = [randomUUID(), randomUUID()];
    const noDate = { ...JSON.parse(message({ booking_id: randomUUID() })), occurredAt: 'yesterday' };
    const badDay = message({ booking_id: randomUUID(), arrival: '2027-02-30' });
    const bad = ['{"guest": "Ada', '[]', JSON.stringify(noDate), badDay];
    await sendToAudit([message({ booking_id: good }), ...bad, message({ booking_id: better })]);
    await drained(DRAINED_MS);
    expect(await versionsOf(good, better)).toHaveLength(2);
    const letters = await lettersOf('Audit', ({ body }) => bad.includes(body), bad.length);
    const reasons = new Map(letters.map(({ body, reason }) => [body, reason]));
    expect([...reasons.keys()].sort()).toEqual(bad.sort());
    expect(reasons.get('{"guest": "Ada')).toBe('The message is no JSON.');
    expect(reasons.get(JSON.stringify(noDate))).toBe('occurredAt is no instant.');
    expect(reasons.get(badDay)).toMatch(/Incorrect date value/);
  });

  it('never overwrites: what contradicts history is counted and buried', async () => {
    const booking_id = randomUUID();
    const conflicts = async () => (await metric('AuditConflicts'))?.sum ?? 0;
    await sendToAudit([message({ booking_id })]);
    await drained(DRAINED_MS);
    const before = await conflicts();
    const other = message({ booking_id, units: 3, total_amount: 1 });
    await sendToAudit([other]);
    await drained(DRAINED_MS);
    expect(await recordedOf(pool, booking_id)).toMatchObject([{ units: 2, total_amount: 67_900 }]);
    const reason = 'History holds version 1 with another units, total_amount.';
    expect(await lettersAbout(booking_id)).toMatchObject([{ body: other, reason }]);
    await vi.waitFor(async () => expect((await conflicts()) - before).toBe(1), 30_000);
  });

  it('is all there in the end when the database dies in mid-stream', async () => {
    const failures = async () => (await metric('AuditWriteFailures'))?.sum ?? 0;
    const before = await failures();
    const ids = Array.from({ length: 60 }, () => randomUUID());
    await sendToAudit(ids.slice(0, 20).map((booking_id) => message({ booking_id })));
    await mariaDb.kill();
    try {
      await sendToAudit(ids.slice(20, 40).map((booking_id) => message({ booking_id })));
      await vi.waitFor(async () => expect(await failures()).toBeGreaterThanOrEqual(before + 20), { timeout: 60_000 });
    } finally {
      const last = ids.slice(40).map((booking_id) => message({ booking_id }));
      await Promise.all([sendToAudit(last), mariaDb.restart()]);
    }
    await drained(DRAINED_MS);
    expect(await versionsOf(...ids)).toHaveLength(ids.length);
    expect(await lettersAbout(...ids)).toEqual([]);
  });
});

describe('the table', () => {
  it.each([
    ['changed', "UPDATE booking_history SET status = 'CONFIRMED' WHERE booking_id = ?"],
    ['deleted', 'DELETE FROM booking_history WHERE booking_id = ?'],
    ['replaced', "REPLACE INTO booking_history SELECT * FROM booking_history WHERE booking_id = ? AND '1'"],
  ])('lets no row be %s, not even by who may do everything', async (_, sql) => {
    const booking_id = randomUUID();
    await sendToAudit([message({ booking_id, status: 'CANCELLED' })]);
    await drained(DRAINED_MS);
    await expect(pool.query(sql, [booking_id])).rejects.toThrow('booking_history is append-only');
    expect(await recordedOf(pool, booking_id)).toMatchObject([{ status: 'CANCELLED', version: 1 }]);
  });
});
