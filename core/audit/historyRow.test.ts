import { expect, it } from 'vitest';
import { auditEvent } from '../events/auditEvent.ts';
import { type BookingEvent, bookingEvent } from '../events/bookingEvent.ts';
import { sampleBooking } from '../events/testing/sampleBooking.ts';
import { auditEntry } from './auditEntry.ts';
import { differences } from './differences.ts';
import { historyRow } from './historyRow.ts';
import { refillEvent } from './refillEvent.ts';
import { isoInstant, sqlInstant } from './sqlInstant.ts';

const item = sampleBooking({ cancel_reason: 'Ada is ill' });
const event = auditEvent(bookingEvent(null, item, 'WEBHOOK') as BookingEvent);
const row = historyRow(event, 'EVENT');

it('a row holds the version and nothing of the guest', () => {
  expect(row).toMatchObject({
    booking_id: item.booking_id,
    version: 1,
    event_type: 'BOOKED',
    status: 'CONFIRMED',
    total_amount: 67_900,
    guest_ref: 'sub-of-ada',
    occurred_at: '2026-11-20 10:00:00.000',
    source: 'EVENT',
  });
  expect(JSON.stringify(row)).not.toMatch(/lovelace|guests\.example|351|ill/i);
});

it('a row is an entry of the trail, whether the driver answers its state as text or as an object', () => {
  const recorded = { ...row, recorded_at: '2026-11-20 10:00:01.5' };
  const entry = auditEntry(recorded);
  expect(entry).toMatchObject({
    event: 'BOOKED',
    nightlyRates: [12_000, 12_050, 9_900],
    adults: 2,
    totalPrice: { amount: 67_900, currency: 'EUR' },
    occurredAt: '2026-11-20T10:00:00.000Z',
    recordedAt: '2026-11-20T10:00:01.500Z',
  });
  expect(auditEntry({ ...recorded, state: JSON.parse(row.state) })).toEqual(entry);
});

it('instants keep their milliseconds both ways, whatever the zone they are written in', () => {
  expect(sqlInstant('2026-11-20T11:00:00.007+01:00')).toBe('2026-11-20 10:00:00.007');
  expect(isoInstant('2026-11-20 10:00:00')).toBe('2026-11-20T10:00:00.000Z');
  expect(() => sqlInstant('yesterday')).toThrow(RangeError);
});

it('a refilled version agrees with its event in all but its name and source', () => {
  expect(refillEvent(item)).toEqual({ ...event, pmsKind: 'NONE' });
  const second = sampleBooking({ version: 2, room_type_id: 'STE', reassigned_from: 'DLX' });
  const told = auditEvent(bookingEvent(item, second, 'WEBHOOK') as BookingEvent);
  const refilled = refillEvent(second);
  expect([told.type, refilled.type]).toEqual(['REASSIGNED', 'CONFIRMED']);
  expect(differences(historyRow(told, 'EVENT'), historyRow(refilled, 'RECONCILIATION'))).toEqual([]);
});

it('two reports contradict one another by what they say of the booking', () => {
  const other = { ...row, event_type: 'MODIFIED', state: '{}', status: 'CANCELLED', guest_ref: null };
  expect(differences(row, other)).toEqual(['status', 'guest_ref']);
});
