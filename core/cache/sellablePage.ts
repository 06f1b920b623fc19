import { NO_RATE, type SellablePage } from '../portable/items/calendarPage.ts';
import { unpackNights } from './packedPage.ts';

/**
 * The nights from..to-1 of a packed page as the rules of a sale take them. The lists are indexed by day of month as in the
 * page itself; the nights before are holes, which nobody may look at.
 * @throws {RangeError} when the page has not all of these nights
 */
export function sellablePage(page: Uint8Array, from: number, to: number): SellablePage {
  // As long as they get: lists that grow take twice the memory, ten thousand times a search.
  const list = () => new Array<number>(to);
  const unpacked: SellablePage = { available_units: list(), rate: list(), min_stay: list() };
  let index = from;
  for (const night of unpackNights(page, from, to)) {
    unpacked.available_units[index] = night.available;
    unpacked.rate[index] = night.rate ?? NO_RATE;
    unpacked.min_stay[index] = night.minStay;
    if (night.closed) (unpacked.closed ??= []).push(index);
    if (night.closedToArrival) (unpacked.closed_to_arrival ??= []).push(index);
    if (night.closedToDeparture) (unpacked.closed_to_departure ??= []).push(index);
    index += 1;
  }
  return unpacked;
}
