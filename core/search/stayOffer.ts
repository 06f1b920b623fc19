import type { SellablePage } from '../portable/items/calendarPage.ts';
import { freeUnits, MOST_AMOUNT, nightsOf, totalPrice } from '../portable/sale/quote.ts';
import { stayRefusal } from '../portable/sale/refusal.ts';
import { leavesInNextMonth, type Stay } from '../portable/sale/stay.ts';

/** `amount` in minor units, for all units and nights. */
export type StayOffer = { available: number; amount: number };

/**
 * What a room type sells a stay for; null where it cannot be sold.
 * @param pageOf its page of a month (`YYYY-MM`), null where there is none
 */
export function stayOffer(
  pageOf: (month: string) => SellablePage | null,
  stay: Stay,
  terms: { units: number; oversellAllowance: number },
): StayOffer | null {
  const pages = stay.parts.map(({ month }) => pageOf(month));
  const departurePage = leavesInNextMonth(stay) ? pageOf(stay.departureMonth) : null;
  if (stayRefusal(pages, departurePage, stay, terms)) return null;
  const nights = nightsOf(pages, stay);
  const amount = totalPrice(nights, stay.nights, terms.units);
  if (amount === null || amount > MOST_AMOUNT) return null;
  return { available: freeUnits(nights, stay.nights), amount };
}
