import type { BookingItem } from '../portable/items/booking.ts';
import { type CalendarPage, pageKey } from '../portable/items/calendarPage.ts';
import { indexes, parseDay } from '../portable/days/dates.ts';
import { standingOf } from '../portable/lifecycle/standing.ts';
import { type MonthPart, monthParts } from '../portable/sale/stay.ts';

/** What of a booking says which nights it takes. */
export type Taking = Pick<
  BookingItem,
  'booking_id' | 'property_id' | 'room_type_id' | 'arrival' | 'departure' | 'units' | 'status'
>;

/** The nights that a booking has on a page's month, whatever its room type and status, as indexes; none elsewhere. */
export function nightsInMonth(booking: Pick<Taking, 'arrival' | 'departure'>, month: string): number[] {
  const part = partsOf(booking).find((each) => each.month === month);
  return part ? indexes(part.from, part.to) : [];
}

function partsOf({ arrival, departure }: Pick<Taking, 'arrival' | 'departure'>): MonthPart[] {
  const [from, to] = [parseDay(arrival), parseDay(departure)];
  return from && to ? monthParts(from, to) : [];
}

/** The bookings by the sort keys of the pages on which they have nights, whatever their status. */
export function bookingsByPage<T extends Taking>(bookings: readonly T[]): Map<string, T[]> {
  const byPage = new Map<string, T[]>();
  for (const booking of bookings) {
    for (const { month } of partsOf(booking)) {
      const page = pageKey(month, booking.room_type_id);
      const ofPage = byPage.get(page) ?? [];
      ofPage.push(booking);
      byPage.set(page, ofPage);
    }
  }
  return byPage;
}

/** Units of one night that bookings have. */
export type Taken = { sold: number; held: number };

/** What bookings have of each night of a page, counted from those of its property; some may be of other pages. */
export function takenNights(page: CalendarPage, bookings: Iterable<Taking>): Taken[] {
  const taken = page.total_units.map((): Taken => ({ sold: 0, held: 0 }));
  const month = page.page.slice(0, 7);
  for (const booking of bookings) {
    const isOfPage = booking.property_id === page.property_id && pageKey(month, booking.room_type_id) === page.page;
    const standing = standingOf(booking.status);
    if (!isOfPage || standing === 'NONE') continue;
    const kind = standing === 'SOLD' ? 'sold' : 'held';
    for (const night of nightsInMonth(booking, month)) taken[night][kind] += booking.units;
  }
  return taken;
}
