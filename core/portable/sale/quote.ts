import { NO_RATE, type SellablePage } from '../items/calendarPage.ts';
import { dateOf, indexes } from '../days/dates.ts';
import type { Stay } from './stay.ts';

/** A GraphQL Int is 32 bits wide. */
export const MOST_AMOUNT = 2147483647;

export type Night = { date: string; available: number; rate: number | null };

/** The nights of a stay with what is free and what one unit costs. Nights without a page are left out. */
export function nightsOf(pages: (SellablePage | null)[], stay: Stay): Night[] {
  const nights: Night[] = [];
  let at = 0;
  for (const part of stay.parts) {
    const page = pages[at];
    at = at + 1;
    if (page) {
      for (const index of indexes(part.from, part.to)) {
        const rate = page.rate[index];
        const available = page.available_units[index];
        nights.push({ date: dateOf(part.month, index), available, rate: rate === NO_RATE ? null : rate });
      }
    }
  }
  return nights;
}

/** Units free on every night, never below 0. */
export function freeUnits(nights: Night[], wanted: number): number {
  if (nights.length < wanted) return 0;
  return nights.reduce((least, night) => Math.max(0, Math.min(least, night.available)), nights[0].available);
}

/** Minor units for all units and nights; null where a night has no rate or no page. */
export function totalPrice(nights: Night[], wanted: number, units: number): number | null {
  if (nights.length < wanted || nights.some((night) => night.rate === null)) return null;
  return nights.reduce((sum, night) => sum + (night.rate ?? 0) * units, 0);
}
