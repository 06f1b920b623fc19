import { toDate } from '../dayNumbers.ts';
import type { Reservation } from '../read/reservation.ts';

/** Minor units for one unit and night, by room type and month (`YYYY-MM`). */
export type Rates = (roomTypeId: string, month: string) => number;

/**
 * The average of what was paid for a room type by arrivals of a month. Where nobody arrived, the room type's average
 * over all months; where the type was never sold, what those who slept in it paid.
 */
export function ratesOf(reservations: Reservation[]): Rates {
  const monthly = averages(reservations, ({ reserved, arrival }) => key(reserved, toDate(arrival).slice(0, 7)));
  const sold = averages(reservations, ({ reserved }) => reserved);
  const slept = averages(reservations, ({ assigned }) => assigned);
  return (roomTypeId, month) =>
    monthly.get(key(roomTypeId, month)) ?? sold.get(roomTypeId) ?? slept.get(roomTypeId) ?? 0;
}

function key(roomTypeId: string, month: string): string {
  return `${roomTypeId} ${month}`;
}

function averages(reservations: Reservation[], keyOf: (reservation: Reservation) => string): Map<string, number> {
  const sums = new Map<string, { sum: number; count: number }>();
  for (const reservation of reservations) {
    const name = keyOf(reservation);
    const entry = sums.get(name) ?? { sum: 0, count: 0 };
    sums.set(name, { sum: entry.sum + reservation.rate, count: entry.count + 1 });
  }
  return new Map([...sums].map(([name, { sum, count }]) => [name, Math.round(sum / count)]));
}
