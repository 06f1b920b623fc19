import type { BookingItem } from '../../../core/portable/items/booking.ts';
import type { CalendarPage } from '../../../core/portable/items/calendarPage.ts';
import { pageKey } from '../../../core/portable/items/calendarPage.ts';
import { dateOf, daysInMonth, indexes, parseDay, wholeNumber } from '../../../core/portable/days/dates.ts';
import { type Standing, standingOf } from '../../../core/portable/lifecycle/standing.ts';
import { monthParts } from '../../../core/portable/sale/stay.ts';
import type { TableContents } from './scanTables.ts';

/** Something that is not as it must be, in words. */
export type Difference = string;

export type Recount = {
  pages: number;
  nights: number;
  /** Room nights of all bookings whose units are sold. */
  sold: number;
  /** Nights with less than 0 left. */
  oversold: number;
  differences: Difference[];
};

/** Units by property, page and day of month - 1. */
type Units = Map<string, number[]>;

/**
 * Recomputes every night of every page from the bookings: nothing below 0, held what bookings hold, and `available + held +
 * sold = total` where sold is the sum of the units of the bookings of that night that have them sold.
 */
export function recount({ pages, bookings }: TableContents): Recount {
  const unitsOf = (standing: Standing) => {
    const units: Units = new Map(pages.map((page) => [keyOf(page.property_id, page.page), []]));
    const there = bookings.filter(({ status }) => standingOf(status) === standing);
    return { units, there, differences: there.flatMap((booking) => addNights(units, booking)) };
  };
  const [sold, held] = [unitsOf('SOLD'), unitsOf('HELD')];
  const differences = [...sold.differences, ...held.differences];
  let oversold = 0;
  for (const page of pages) {
    oversold += page.available_units.filter((left) => left < 0).length;
    const key = keyOf(page.property_id, page.page);
    differences.push(...checkPage(page, sold.units.get(key) ?? [], held.units.get(key) ?? []));
  }
  return {
    pages: pages.length,
    nights: pages.reduce((sum, page) => sum + page.total_units.length, 0),
    sold: sold.there.reduce((sum, { nights, units }) => sum + nights * units, 0),
    oversold,
    differences,
  };
}

function keyOf(propertyId: string, page: string): string {
  return `${propertyId} ${page}`;
}

function addNights(units: Units, booking: BookingItem): Difference[] {
  const from = parseDay(booking.arrival);
  const to = parseDay(booking.departure);
  if (!from || !to) return [`Booking ${booking.booking_id} has no stay: ${booking.arrival} to ${booking.departure}.`];
  const differences: Difference[] = [];
  for (const part of monthParts(from, to)) {
    const page = pageKey(part.month, booking.room_type_id);
    const nights = units.get(keyOf(booking.property_id, page));
    if (!nights) differences.push(`Booking ${booking.booking_id} has nights on page ${page}, which does not exist.`);
    else for (const index of indexes(part.from, part.to)) nights[index] = (nights[index] ?? 0) + booking.units;
  }
  return differences;
}

function checkPage(page: CalendarPage, sold: number[], byBookings: number[]): Difference[] {
  const month = page.page.slice(0, 7);
  const name = keyOf(page.property_id, page.page);
  const days = daysInMonth(wholeNumber(month.slice(0, 4)), wholeNumber(month.slice(5, 7)));
  const { total_units, available_units, reserved_units } = page;
  if ([total_units, available_units, reserved_units].some((list) => list.length !== days)) {
    return [`Page ${name} has lists of other lengths than the month's ${days} days.`];
  }
  const differences: Difference[] = [];
  for (const index of indexes(0, days)) {
    const left = available_units[index] ?? 0;
    const held = reserved_units[index] ?? 0;
    const total = total_units[index] ?? 0;
    const units = sold[index] ?? 0;
    const date = dateOf(month, index);
    if (left < 0) differences.push(`Page ${name}, ${date}: oversold by ${-left}.`);
    if (held !== (byBookings[index] ?? 0)) {
      differences.push(`Page ${name}, ${date}: ${held} held, by bookings ${byBookings[index] ?? 0}.`);
    }
    if (left + held + units !== total) {
      differences.push(`Page ${name}, ${date}: ${left} available + ${held} held + ${units} sold is not ${total}.`);
    }
  }
  return differences;
}
