import { dateOf, indexes } from '../days/dates.ts';
import { partsBetween } from '../lifecycle/change.ts';
import type { BookingItem } from '../items/booking.ts';

/** Whose nights they are. */
export type StayOf = Pick<BookingItem, 'room_type_id' | 'arrival' | 'departure' | 'units'>;

/** One night of one room type, with the units that a booking has of it before and after a change. */
export type NightChange = { roomTypeId: string; month: string; index: number; date: string; was: number; is: number };

function nightsOf(stay: StayOf): Omit<NightChange, 'was' | 'is'>[] {
  return partsBetween(stay.arrival, stay.departure).flatMap(({ month, from, to }) =>
    indexes(from, to).map((index) => ({ roomTypeId: stay.room_type_id, month, index, date: dateOf(month, index) })),
  );
}

/** The nights whose units differ between two states of a booking, by date: only these are given back or taken. */
export function nightChanges(before: StayOf, after: StayOf): NightChange[] {
  const changes: NightChange[] = [];
  for (const night of nightsOf(before)) {
    const is = hasNight(after, night) ? after.units : 0;
    if (is !== before.units) changes.push(Object.assign({ was: before.units, is }, night));
  }
  for (const night of nightsOf(after)) {
    if (!hasNight(before, night)) changes.push(Object.assign({ was: 0, is: after.units }, night));
  }
  return changes;
}

function hasNight(stay: StayOf, night: { roomTypeId: string; date: string }): boolean {
  return stay.room_type_id === night.roomTypeId && stay.arrival <= night.date && night.date < stay.departure;
}
