import { expect, test } from 'vitest';
import type { BookingItem } from '../../../core/portable/items/booking.ts';
import type { BookingStatus } from '../../../generated/types.ts';
import type { Fate } from '../run/fates.ts';
import { sampleBooking } from '../testing/booking.ts';
import { compareFates } from './compareFates.ts';

const DEPARTURE = '2026-12-12';

function fate(bookingId: string, outcome: Fate['outcome'], ...statuses: BookingStatus[]): [string, Fate] {
  const states = statuses.map((status) => ({ status, departure: DEPARTURE, fee: status === 'CANCELLED' ? 100 : null }));
  return [bookingId, { booking: sampleBooking(1, { bookingId }), outcome, refusal: null, isOffered: false, states }];
}

function stored(booking_id: string, fields: Partial<BookingItem> = {}): BookingItem {
  const item = {
    booking_id,
    property_id: 'p',
    room_type_id: 'A',
    arrival: '2026-12-10',
    departure: DEPARTURE,
    nights: 2,
    units: 1,
    nightly_rates: [100, 100],
    total_amount: 200,
    status: 'CONFIRMED',
    ...fields,
  };
  return item as BookingItem;
}

const cancelled = { status: 'CANCELLED', cancel_fee: 100 } as const;

test('what was told and what is stored agree', () => {
  const fates = new Map([
    fate('a', 'accepted', 'CONFIRMED'),
    fate('b', 'accepted', 'CANCELLED'),
    fate('c', 'refused', 'CONFIRMED'),
    fate('d', 'unknown', 'CONFIRMED'),
    fate('e', 'accepted', 'CONFIRMED', 'CHECKED_IN'),
  ]);
  const there = [stored('a'), stored('b', cancelled), stored('e', { status: 'CHECKED_IN' })];
  expect(compareFates(there, fates)).toEqual([]);
  expect(compareFates([...there, stored('d')], fates)).toEqual([]);
  const refused = (id: string) => stored(id, { status: 'REFUSED' });
  expect(compareFates([...there, refused('c'), refused('d')], fates)).toEqual([]);
});

test('a lost, a doubled, a foreign and a refused booking are found', () => {
  const fates = new Map([
    fate('lost', 'accepted', 'CONFIRMED'),
    fate('twice', 'accepted', 'CONFIRMED'),
    fate('refused', 'refused', 'CONFIRMED'),
  ]);
  const bookings = [stored('twice'), stored('twice'), stored('foreign'), stored('refused')];
  expect(compareFates(bookings, fates)).toEqual([
    'Booking twice is stored twice.',
    'Booking foreign was never sent.',
    'Booking lost was accepted and is not stored.',
    'Booking refused was refused and is stored as CONFIRMED.',
  ]);
});

test('a wrong status, stay, price or fee is found', () => {
  const names = ['a', 'b', 'c'];
  const fates = new Map(names.map((name) => fate(name, 'accepted', 'CANCELLED')));
  const bookings = [
    stored('a'),
    stored('b', { ...cancelled, total_amount: 300 }),
    stored('c', { ...cancelled, cancel_fee: 0 }),
  ];
  const stay = 'p A 2026-12-10 2026-12-12 2 1';
  const wanted = `not CANCELLED ${stay} 200 (100 100) fee 100.`;
  expect(compareFates(bookings, fates)).toEqual([
    `Booking a is CONFIRMED ${stay} 200 (100 100), ${wanted}`,
    `Booking b is CANCELLED ${stay} 300 (100 100) fee 100, ${wanted}`,
    `Booking c is CANCELLED ${stay} 200 (100 100) fee 0, ${wanted}`,
  ]);
});
