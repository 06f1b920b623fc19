import type { CalendarPage } from '../../../core/portable/items/calendarPage.ts';
import { freeUnits, nightsOf } from '../../../core/portable/sale/quote.ts';
import type { Stay } from '../../../core/portable/sale/stay.ts';

/** Units left on the scarcest night once `units` more are taken. */
export function remainingAfter(pages: (CalendarPage | null)[], stay: Stay, units: number): number {
  return Math.max(0, freeUnits(nightsOf(pages, stay), stay.nights) - units);
}
