import type { PackablePage } from '../../core/cache/packedPage.ts';
import { has, NO_RATE, type SellablePage } from '../../core/portable/items/calendarPage.ts';

/** A room night as samples of such caches keep it: a value of its own, as JSON. */
type JsonNight = {
  available: number;
  rate: number | null;
  closed: boolean;
  closedToArrival: boolean;
  closedToDeparture: boolean;
  minStay: number;
};

/** In the slot of its property, as the packed months are. `date` is `YYYY-MM-DD`. */
export const nightKey = (propertyId: string, roomTypeId: string, date: string): string =>
  `night:{${propertyId}}:${roomTypeId}:${date}`;

export function jsonNight(page: PackablePage, index: number): string {
  const rate = page.rate[index];
  const night: JsonNight = {
    available: page.available_units[index],
    rate: rate === NO_RATE ? null : rate,
    closed: has(page.closed, index),
    closedToArrival: has(page.closed_to_arrival, index),
    closedToDeparture: has(page.closed_to_departure, index),
    minStay: page.min_stay[index],
  };
  return JSON.stringify(night);
}

/** Nights from..: what the rules of a sale take. Null where one is missing. */
export function pageOfNights(values: (Buffer | null)[], from: number): SellablePage | null {
  const page = {
    available_units: [],
    rate: [],
    min_stay: [],
    closed: [],
    closed_to_arrival: [],
    closed_to_departure: [],
  };
  const lists: Record<keyof typeof page, number[]> = page;
  for (const [at, value] of values.entries()) {
    if (value === null) return null;
    const night = JSON.parse(value.toString()) as JsonNight;
    const index = from + at;
    lists.available_units[index] = night.available;
    lists.rate[index] = night.rate ?? NO_RATE;
    lists.min_stay[index] = night.minStay;
    if (night.closed) lists.closed.push(index);
    if (night.closedToArrival) lists.closed_to_arrival.push(index);
    if (night.closedToDeparture) lists.closed_to_departure.push(index);
  }
  return lists;
}
