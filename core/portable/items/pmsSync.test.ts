import { describe, expect, it } from 'vitest';
import type { BookingStatus } from '../../../generated/types.ts';
import { bookingSyncItem, readBookingSync } from '../../pms/sync/bookingSyncItem.ts';
import { evolveSync, NEVER_SYNCED, type SyncEvent } from '../../pms/sync/bookingSync.ts';
import { reservationState } from '../../pms/reservation.ts';
import { type BookingSyncItem, toBookingSync } from './pmsSync.ts';

const of = { propertyId: 'lisbon-1', bookingId: 'B1', departure: '2027-04-02' };
const itemAfter = (...events: SyncEvent[]): BookingSyncItem => ({
  rev: 1,
  ...bookingSyncItem(events.reduce(evolveSync, NEVER_SYNCED), of, '2026-11-20T10:00:00.000Z'),
});
const booking = (version: number, status: BookingStatus = 'CONFIRMED') => ({ version, status, neverSold: false });
const told: SyncEvent = { kind: 'acknowledged', version: 1, confirmationNumber: 'PMS-1' };
const refused: SyncEvent = { kind: 'refused', version: 2, reason: 'HTTP 422' };

describe('how far a PMS has followed a booking', () => {
  it('is pending until the newest version is acknowledged, whether or not a worker has seen it', () => {
    expect(toBookingSync(booking(1), 'WEBHOOK', null)).toMatchObject({ state: 'PENDING', newest: 1, acknowledged: 0 });
    const synced = { state: 'SYNCED', confirmationNumber: 'PMS-1', reason: null };
    expect(toBookingSync(booking(1), 'WEBHOOK', itemAfter(told))).toMatchObject(synced);
    expect(toBookingSync(booking(2), 'WEBHOOK', itemAfter(told))).toMatchObject({ state: 'PENDING', newest: 2 });
  });

  it('is refused with the reason until a newer version comes', () => {
    const item = itemAfter(told, refused);
    expect(toBookingSync(booking(2), 'WEBHOOK', item)).toMatchObject({ state: 'REFUSED', reason: 'HTTP 422' });
    expect(toBookingSync(booking(3), 'WEBHOOK', item)).toMatchObject({ state: 'PENDING', reason: null });
  });

  it('is nothing where nobody is told, but stays known where somebody was', () => {
    expect(toBookingSync(booking(1), 'NONE', null)).toBeNull();
    expect(toBookingSync(booking(1), 'NONE', itemAfter(told))).toMatchObject({ state: 'SYNCED' });
  });

  it.each(['QUEUED', 'REFUSED', 'CONFIRMED', 'CANCELLED'] as const)(
    'agrees with the worker on who is told of %s',
    (status) => {
      expect(toBookingSync(booking(1, status), 'WEBHOOK', null) === null).toBe(reservationState(status) === null);
    },
  );

  it('is nothing where what is cancelled was never sold', () => {
    expect(toBookingSync({ ...booking(2, 'CANCELLED'), neverSold: true }, 'WEBHOOK', null)).toBeNull();
  });
});

it('a ledger is read as it was written, and goes a year after the stay', () => {
  const item = itemAfter(told, refused);
  expect(readBookingSync(item)).toEqual([told, refused].reduce(evolveSync, NEVER_SYNCED));
  expect(new Date(item.expiry_time * 1000).toISOString()).toBe('2028-04-02T00:00:00.000Z');
});
