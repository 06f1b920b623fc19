import { type CalendarPage, calendarNight, NO_RATE } from '../portable/calendarPage.ts';

/** A night of which nothing is loaded, as nights of a page that did not exist yet were. */
const EMPTY = {
  total_units: [0],
  available_units: [0],
  reserved_units: [0],
  rate: [NO_RATE],
  min_stay: [1],
};

/** Indexes of the nights that look different after a write; none where it changed only what nobody is told. */
export function changedNights(before: CalendarPage | null, after: CalendarPage): number[] {
  return after.total_units.flatMap((_, index) => {
    const now = look(after, index);
    return (before ? look(before, index) : EMPTY_LOOK) === now ? [] : [index];
  });
}

/** Everything that a night shows, as text. */
const look = (page: CalendarPage, index: number): string => JSON.stringify(calendarNight(page, index, ''));

const EMPTY_LOOK = look(EMPTY as CalendarPage, 0);
