import type { Hotel } from '../../groupCommit/hotel.ts';
import { emptyPage } from '../../inventory/emptyPage.ts';
import { monthKey } from '../../portable/days/dates.ts';
import { type CalendarPage, NO_RATE } from '../../portable/items/calendarPage.ts';

/** The property of these tests has two room types, and pages from January to May 2027. */
const TYPES = ['DLX', 'STE'];
const MONTHS = [1, 2, 3, 4, 5].map((month) => monthKey(2027, month));

/** A night by chance. `flag`: what it is closed to. */
export type Night = { available: number; rate: number; minStay: number; flag: Flag };
type Flag = 'closed' | 'closed_to_arrival' | 'closed_to_departure' | 'rate' | null;

/** As many nights as repeat at no length of a month. */
export const NIGHTS = 97;

/** The pages with these {@link NIGHTS} over and over. */
export function hotelWith(nights: Night[], allowance: number): Hotel {
  const drawn = nightsOf(nights);
  return {
    pages: TYPES.flatMap((type) => MONTHS.map((month) => pageWith(type, month, drawn))),
    roomTypes: TYPES.map((room_type_id) => ({
      property_id: 'p',
      room_type_id,
      adults: 2,
      children: 1,
      oversell_allowance: allowance,
    })),
    propertyToday: { p: '2027-01-01' },
  };
}

function* nightsOf(nights: Night[]): Generator<Night, never> {
  for (;;) yield* nights;
}

function pageWith(type: string, month: string, drawn: Generator<Night, never>): CalendarPage {
  const empty = emptyPage('p', type, month, 'then');
  const nights = empty.rate.map(() => drawn.next().value);
  const closed = (flag: Flag) => {
    const indexes = nights.flatMap((night, index) => (night.flag === flag ? [index] : []));
    return indexes.length > 0 ? { [flag!]: indexes } : {};
  };
  return {
    ...empty,
    version: 1,
    total_units: nights.map(() => 50),
    available_units: nights.map(({ available }) => available),
    rate: nights.map(({ rate, flag }) => (flag === 'rate' ? NO_RATE : rate)),
    min_stay: nights.map(({ minStay }) => minStay),
    ...closed('closed'),
    ...closed('closed_to_arrival'),
    ...closed('closed_to_departure'),
  };
}
