import { expect, test } from 'vitest';
import type { BookingItem } from '../../../core/portable/items/booking.ts';
import type { Fate } from '../run/fates.ts';
import { compareFates } from './compareFates.ts';

function fate(bookingId: string, outcome: Fate['outcome'], cancelled: Fate['cancelled'] = 'no'): [string, Fate] {
  const input = {
    propertyId: 'p',
    roomTypeId: 'A',
    arrival: '2026-12-01',
    departure: '2026-12-03',
    units: 1,
    expectedTotal: 200,
    guest: { name: 'Guest', email: 'guest@example.com' },
  };
  return [bookingId, { booking: { bookingId, input }, outcome, cancelled }];
}

function stored(booking_id: string, fields: Partial<BookingItem> = {}): BookingItem {
  const item = {
    booking_id,
    property_id: 'p',
    room_type_id: 'A',
    arrival: '2026-12-01',
    departure: '2026-12-03',
    units: 1,
    total_amount: 200,
    status: 'CONFIRMED',
    ...fields,
  };
  return item as BookingItem;
}

test('what was told and what is stored agree', () => {
  const fates = new Map([
    fate('a', 'accepted'),
    fate('b', 'accepted', 'yes'),
    fate('c', 'refused'),
    fate('d', 'unknown'),
  ]);
  expect(compareFates([stored('a'), stored('b', { status: 'CANCELLED' })], fates)).toEqual([]);
  expect(compareFates([stored('a'), stored('b', { status: 'CANCELLED' }), stored('d')], fates)).toEqual([]);
  const refused = (id: string) => stored(id, { status: 'REFUSED' });
  const inLine = [stored('a'), stored('b', { status: 'CANCELLED' }), refused('c'), refused('d')];
  expect(compareFates(inLine, fates)).toEqual([]);
});

test('a lost, a doubled, a foreign and a refused booking are found', () => {
  const fates = new Map([fate('lost', 'accepted'), fate('twice', 'accepted'), fate('refused', 'refused')]);
  const bookings = [stored('twice'), stored('twice'), stored('foreign'), stored('refused')];
  expect(compareFates(bookings, fates)).toEqual([
    'Booking twice is stored twice.',
    'Booking foreign was never sent.',
    'Booking lost was accepted and is not stored.',
    'Booking refused was refused and is stored as CONFIRMED.',
  ]);
});

test('a wrong status, stay or price is found', () => {
  const fates = new Map([fate('a', 'accepted', 'yes'), fate('b', 'accepted'), fate('c', 'accepted', 'unknown')]);
  expect(compareFates([stored('a'), stored('b', { total_amount: 300 }), stored('c')], fates)).toEqual([
    'Booking a is CONFIRMED, not CANCELLED.',
    'Booking b is stored as p A 2026-12-01 2026-12-03 1 300, but asked for p A 2026-12-01 2026-12-03 1 200.',
  ]);
});
