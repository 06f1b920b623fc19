import { type CalendarPage, has, NO_RATE } from '../portable/items/calendarPage.ts';

/** Indexes of the nights that look different after a write; none where it changed only what nobody is told. */
export function changedNights(before: CalendarPage | null, after: CalendarPage): number[] {
  const isChanged = before ? differs : isLoaded;
  return after.total_units.flatMap((_, index) => (isChanged(index, after, before ?? after) ? [index] : []));
}

const LISTS = ['total_units', 'available_units', 'reserved_units', 'rate', 'min_stay'] as const;
const FLAGS = ['closed', 'closed_to_arrival', 'closed_to_departure'] as const;

/** Is there anything that `calendarNight` shows differently? */
function differs(index: number, page: CalendarPage, other: CalendarPage): boolean {
  return (
    LISTS.some((list) => page[list][index] !== other[list][index]) ||
    FLAGS.some((flag) => has(page[flag], index) !== has(other[flag], index))
  );
}

/** Does the night of a new page differ from one of which nothing is known? */
function isLoaded(index: number, page: CalendarPage): boolean {
  return (
    page.total_units[index] !== 0 ||
    page.available_units[index] !== 0 ||
    page.reserved_units[index] !== 0 ||
    page.rate[index] !== NO_RATE ||
    page.min_stay[index] !== 1 ||
    FLAGS.some((flag) => has(page[flag], index))
  );
}
