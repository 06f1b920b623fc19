import type { SearchSort } from '../../generated/types.ts';
import type { Place } from '../places/distance.ts';
import { parseDay } from '../portable/days/dates.ts';
import { planStay, type Stay } from '../portable/sale/stay.ts';

/** A search with every default filled in: either `propertyIds` or `near`. */
export type Search = {
  propertyIds: string[] | null;
  near: (Place & { radiusKm: number }) | null;
  arrival: string;
  departure: string;
  units: number;
  adults: number;
  children: number;
  sort: SearchSort;
};

/** The nights (indexes) of a month that a stay looks at, with the day of departure; `to` is exclusive. */
export type StayMonth = { month: string; from: number; to: number };

/** @throws {RangeError} where arrival and departure are no dates */
export function stayOf({ arrival, departure }: Search): Stay {
  const [first, end] = [parseDay(arrival), parseDay(departure)];
  if (!first || !end) throw new RangeError(`a stay from ${arrival} to ${departure} is none`);
  return planStay(first, end);
}

/** Months whose pages the stay needs: of its nights, and of the day of departure. */
export function monthsOf(stay: Stay): StayMonth[] {
  const months = stay.parts.map((part) => ({ ...part }));
  const last = months[months.length - 1];
  if (last.month === stay.departureMonth) last.to = Math.max(last.to, stay.departureIndex + 1);
  else months.push({ month: stay.departureMonth, from: stay.departureIndex, to: stay.departureIndex + 1 });
  return months;
}
