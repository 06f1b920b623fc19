import { has, NO_RATE, type SellablePage } from '../items/calendarPage.ts';
import { dateOf, indexes } from '../days/dates.ts';
import type { Refusal } from '../errors.ts';
import type { MonthPart, Stay } from './stay.ts';

/** Units a page must keep: 0, or below it by the room type's oversell allowance. */
export type Wish = { units: number; oversellAllowance: number };

/** Why one night of a page (`index`: day of month - 1) has no units to take; null where it has. */
export function nightRefusal(page: SellablePage, month: string, index: number, wish: Wish): Refusal | null {
  const date = dateOf(month, index);
  if (has(page.closed, index)) {
    return { type: 'Closed', message: `Sales are stopped for the night of ${date}.` };
  }
  if (page.rate[index] === NO_RATE) {
    return { type: 'Closed', message: `No rate is loaded for the night of ${date}.` };
  }
  const free = page.available_units[index];
  if (free + wish.oversellAllowance >= wish.units) return null;
  const left = Math.max(0, free + wish.oversellAllowance);
  return {
    type: 'SoldOut',
    message: left === 0 ? `The night of ${date} is sold out.` : `Only ${left} left on the night of ${date}.`,
  };
}

/** Why a stay may not begin on its first day, whose page it is; null where it may. */
export function arrivalRefusal(page: SellablePage, stay: Stay): Refusal | null {
  if (!has(page.closed_to_arrival, stay.arrivalIndex)) return null;
  return { type: 'ClosedToArrival', message: `The property takes no arrivals on ${stay.arrival}.` };
}

/** Why a stay is too short for its first day, whose page it is; null where it is long enough. */
export function lengthRefusal(page: SellablePage, stay: Stay): Refusal | null {
  const least = page.min_stay[stay.arrivalIndex];
  if (least <= stay.nights) return null;
  return { type: 'MinimumStay', message: `A stay that begins on ${stay.arrival} takes at least ${least} nights.` };
}

/** Why the departure day's page refuses the stay. A page that does not exist yet refuses nothing. */
export function departureRefusal(page: SellablePage | null, stay: Stay): Refusal | null {
  if (!page || !has(page.closed_to_departure, stay.departureIndex)) return null;
  return { type: 'ClosedToDeparture', message: `The property takes no departures on ${stay.departure}.` };
}

/** Why one month's page refuses its part of a stay; null when it does not. */
export function pageRefusal(page: SellablePage | null, part: MonthPart, stay: Stay, wish: Wish): Refusal | null {
  if (!page) return { type: 'NotFound', message: `No calendar is loaded for ${part.month}.` };
  for (const index of indexes(part.from, part.to)) {
    const why = nightRefusal(page, part.month, index, wish);
    if (why) return why;
  }
  const isFirst = part.month === stay.parts[0].month;
  const why = isFirst ? (arrivalRefusal(page, stay) ?? lengthRefusal(page, stay)) : null;
  if (why) return why;
  return part.month === stay.departureMonth ? departureRefusal(page, stay) : null;
}

/**
 * Why a stay cannot be sold; null when it can.
 * @param pages one for each part of the stay, in order
 * @param departurePage only read where the departure day lies in a month of its own
 */
export function stayRefusal(
  pages: (SellablePage | null)[],
  departurePage: SellablePage | null,
  stay: Stay,
  wish: Wish,
): Refusal | null {
  let at = 0;
  for (const part of stay.parts) {
    const why = pageRefusal(pages[at], part, stay, wish);
    if (why) return why;
    at = at + 1;
  }
  return departureRefusal(departurePage, stay);
}
