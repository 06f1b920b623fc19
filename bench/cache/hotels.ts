import { emptyPage } from '../../core/inventory/emptyPage.ts';
import type { CalendarPage } from '../../core/portable/items/calendarPage.ts';
import { range } from '../figures/range.ts';

/** Months far ahead: the cache forgets what has passed. */
const FIRST_YEAR = 2090;

export type Size = { properties: number; roomTypes: number; months: number };

/** Stock of many hotels: every night loaded, with sales, rates that follow the weekday, and some restrictions. */
export function hotels({ properties, roomTypes, months }: Size): CalendarPage[] {
  return range(properties).flatMap((property) =>
    range(months).flatMap((month) =>
      range(roomTypes).map((roomType) => pageOf(`hotel-${10_000 + property}`, month, roomType)),
    ),
  );
}

function pageOf(propertyId: string, monthsAhead: number, roomType: number): CalendarPage {
  const month = `${FIRST_YEAR + Math.floor(monthsAhead / 12)}-${String((monthsAhead % 12) + 1).padStart(2, '0')}`;
  const empty = emptyPage(propertyId, `R${roomType}`, month, '2026-11-20T10:00:00.000Z');
  const nights = empty.total_units.map((_, night) => night);
  const sold = (night: number) => (night * 7 + roomType) % 9;
  return {
    ...empty,
    version: 1 + roomType,
    total_units: nights.map(() => 12),
    available_units: nights.map((night) => 12 - sold(night)),
    rate: nights.map((night) => 9_000 + 500 * roomType + (night % 7 > 4 ? 2_500 : 0)),
    min_stay: nights.map((night) => (night % 7 === 5 ? 2 : 1)),
    ...(roomType % 5 === 0 ? { closed_to_arrival: [6, 13] } : {}),
  };
}
