import { emptyPage } from '../../inventory/emptyPage.ts';
import { dayNumber, parseDay } from '../../portable/days/dates.ts';
import type { CalendarPage } from '../../portable/items/calendarPage.ts';
import type { Hotel } from '../hotel.ts';
import type { QueuedBooking } from '../queuedBooking.ts';

export const TABLES = { inventory: 'Inventory', bookings: 'Bookings' };

/** A month of which every night has `units` at a rate of 100. */
export function page(month: string, units: number, changes: Partial<CalendarPage> = {}): CalendarPage {
  const empty = emptyPage('p', 'DLX', month, 'then');
  const nights = (value: number) => empty.rate.map(() => value);
  return {
    ...empty,
    version: 1,
    total_units: nights(units),
    available_units: nights(units),
    rate: nights(100),
    ...changes,
  };
}

export function request(id: string, arrival: string, departure: string, changes: Partial<QueuedBooking> = {}) {
  const stay = { property_id: 'p', room_type_id: 'DLX', arrival, departure, units: 1, adults: 2, children: 0 };
  return { booking_id: id, currency: 'EUR', ...stay, ...changes } satisfies QueuedBooking;
}

export function hotel(pages: CalendarPage[], allowance = 0): Hotel {
  return {
    pages,
    roomTypes: [{ property_id: 'p', room_type_id: 'DLX', adults: 2, children: 1, oversell_allowance: allowance }],
    propertyToday: { p: '2027-01-01' },
  };
}

/** The nights of a stay, as days since 1970. */
export function nightNumbers({ arrival, departure }: QueuedBooking): number[] {
  const first = dayNumber(parseDay(arrival)!);
  return Array.from({ length: dayNumber(parseDay(departure)!) - first }, (_, night) => first + night);
}
