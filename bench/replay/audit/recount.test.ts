import { expect, test } from 'vitest';
import type { BookingItem } from '../../../core/portable/items/booking.ts';
import type { CalendarPage } from '../../../core/portable/items/calendarPage.ts';
import { recount } from './recount.ts';

function page(month: string, days: number, fields: Partial<CalendarPage> = {}): CalendarPage {
  const all = (value: number) => Array.from({ length: days }, () => value);
  return {
    property_id: 'p',
    page: `${month}#A`,
    version: 1,
    total_units: all(2),
    available_units: all(2),
    reserved_units: all(0),
    rate: all(100),
    min_stay: all(1),
    updated_at: '',
    expiry_time: 0,
    ...fields,
  };
}

function booking(arrival: string, departure: string, status = 'CONFIRMED'): BookingItem {
  const nights = (Date.parse(departure) - Date.parse(arrival)) / 86_400_000;
  const fields = {
    booking_id: `b-${arrival}`,
    property_id: 'p',
    room_type_id: 'A',
    arrival,
    departure,
    nights,
    units: 1,
    status,
  };
  return fields as unknown as BookingItem;
}

/** 2 units less 1 on the days given, counted from 1. */
function taken(days: number, ...nights: number[]): number[] {
  return Array.from({ length: days }, (_, index) => (nights.includes(index + 1) ? 1 : 2));
}

test('a stay over the end of a month counts on both pages; a cancelled one on none', () => {
  const { differences, sold, pages, nights } = recount({
    pages: [
      page('2026-11', 30, { available_units: taken(30, 29, 30) }),
      page('2026-12', 31, { available_units: taken(31, 1) }),
    ],
    bookings: [booking('2026-11-29', '2026-12-02'), booking('2026-11-10', '2026-11-12', 'CANCELLED')],
  });
  expect(differences).toEqual([]);
  expect({ sold, pages, nights }).toEqual({ sold: 3, pages: 2, nights: 61 });
});

test('held units count', () => {
  const fields = { available_units: taken(30, 5), reserved_units: taken(30).map((_, index) => (index === 4 ? 1 : 0)) };
  const pages = [page('2026-11', 30, fields)];
  expect(recount({ pages, bookings: [booking('2026-11-05', '2026-11-06', 'HELD')] }).differences).toEqual([]);
  expect(recount({ pages, bookings: [] }).differences).toEqual([
    'Page p 2026-11#A, 2026-11-05: 1 held, by bookings 0.',
  ]);
});

test('a night that was not taken, or not given back, is found with its date', () => {
  const untaken = recount({ pages: [page('2026-11', 30)], bookings: [booking('2026-11-29', '2026-11-30')] });
  expect(untaken.differences).toEqual(['Page p 2026-11#A, 2026-11-29: 2 available + 0 held + 1 sold is not 2.']);
  const lost = recount({ pages: [page('2026-11', 30, { available_units: taken(30, 3) })], bookings: [] });
  expect(lost.differences).toEqual(['Page p 2026-11#A, 2026-11-03: 1 available + 0 held + 0 sold is not 2.']);
});

test('an oversold night is one even where the sums agree', () => {
  const available = taken(30).map((_, index) => (index === 0 ? -1 : 2));
  const stays = [1, 2, 3].map(() => booking('2026-11-01', '2026-11-02'));
  const { oversold, differences } = recount({
    pages: [page('2026-11', 30, { available_units: available })],
    bookings: stays,
  });
  expect(oversold).toBe(1);
  expect(differences).toEqual(['Page p 2026-11#A, 2026-11-01: oversold by 1.']);
});

test('a booking without a page, and a page of a wrong length, are found', () => {
  const { differences } = recount({
    pages: [page('2026-11', 31)],
    bookings: [booking('2026-12-01', '2026-12-02')],
  });
  expect(differences).toEqual([
    'Booking b-2026-12-01 has nights on page 2026-12#A, which does not exist.',
    "Page p 2026-11#A has lists of other lengths than the month's 30 days.",
  ]);
});
