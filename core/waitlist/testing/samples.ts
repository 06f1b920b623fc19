import { emptyPage } from '../../inventory/emptyPage.ts';
import { addDays, daysInMonth, parseDay } from '../../portable/days/dates.ts';
import type { BookingItem } from '../../portable/items/booking.ts';
import type { CalendarPage } from '../../portable/items/calendarPage.ts';
import { type WaitlistItem, waitlistItem } from '../../portable/items/waitlist.ts';

export const MONTHS = ['2027-03', '2027-04'];
/** Dates near the end of the first month count from here. */
const FIRST = parseDay('2027-03-27')!;
export const dateAt = (day: number): string => addDays(FIRST, day);

export type Wish = { from: number; nights: number; units: number };

/** A booking that waits, `at` its place in line. */
export function waitingBooking({ from, nights, units }: Wish, at: number): BookingItem {
  const stay = {
    property_id: 'p',
    room_type_id: 'DLX',
    arrival: dateAt(from),
    departure: dateAt(from + nights),
    units,
  };
  const request = { ...stay, adults: 1, children: 0 };
  const guest = { name: 'Ada', email: 'ada@example.com' };
  return {
    ...request,
    booking_id: `w${at}`,
    created_by: 'x',
    status: 'WAITLISTED',
    version: 1,
    nights,
    nightly_rates: [],
    total_amount: 0,
    currency: 'EUR',
    time_zone: 'UTC',
    guest,
    request,
    request_guest: guest,
    claim: `CLAIM#${at}`,
    waitlisted_at: `2026-11-21T10:00:00.${100 + at}Z`,
    created_at: 'then',
    updated_at: 'then',
  };
}

export const placeOf = (wish: Wish, at: number): WaitlistItem => waitlistItem(waitingBooking(wish, at));

/** A month with units on every night, a rate of 100, and somebody who waits. */
export function waitedPage(month: string, total: number, changes: Partial<CalendarPage> = {}): CalendarPage {
  const [year, monthOfYear] = month.split('-').map(Number);
  const nights = (value: number) => Array.from({ length: daysInMonth(year, monthOfYear) }, () => value);
  const stock = { total_units: nights(total), available_units: nights(total), rate: nights(100) };
  return { ...emptyPage('p', 'DLX', month, 'then'), ...stock, version: 1, waiting: 7, ...changes };
}
