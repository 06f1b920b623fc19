import { type CalendarPage, pageKey } from '../../portable/items/calendarPage.ts';
import { indexes } from '../../portable/days/dates.ts';
import type { PlannedMove } from '../reallocation/plan.ts';
import { stayParts } from '../stayDates.ts';

/** The pages once the units of a booking's nights are taken from one room type and given to the other. */
export function carryOut(pages: CalendarPage[], { booking, from, to }: PlannedMove): CalendarPage[] {
  return stayParts(booking).reduce((changed, { month, from: first, to: end }) => {
    const nights = indexes(first, end);
    const given = addFree(changed, pageKey(month, from), nights, booking.units);
    return addFree(given, pageKey(month, to), nights, -booking.units);
  }, pages);
}

function addFree(pages: CalendarPage[], key: string, nights: number[], units: number): CalendarPage[] {
  return pages.map((page) => {
    if (page.page !== key) return page;
    const available_units = page.available_units.map((free, index) => (nights.includes(index) ? free + units : free));
    return { ...page, available_units, version: page.version + 1 };
  });
}
