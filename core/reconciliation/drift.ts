import type { CalendarPage } from '../portable/items/calendarPage.ts';
import { dateOf } from '../portable/days/dates.ts';

/** A night of which the page tells another number of sold units than the bookings. */
export type NightDrift = {
  /** Day of month - 1. */
  index: number;
  date: string;
  /** total - available - held. */
  byPage: number;
  byBookings: number;
};

/** @param sold units by night, counted from bookings */
export function driftOf(page: CalendarPage, sold: readonly number[]): NightDrift[] {
  const month = page.page.slice(0, 7);
  return page.total_units.flatMap((total, index) => {
    const byPage = total - page.available_units[index] - page.reserved_units[index];
    const byBookings = sold[index] ?? 0;
    return byPage === byBookings ? [] : [{ index, date: dateOf(month, index), byPage, byBookings }];
  });
}

/** The drift that both reads show alike. */
export function inBoth(a: readonly NightDrift[], b: readonly NightDrift[]): NightDrift[] {
  return a.filter((one) =>
    b.some(
      ({ index, byPage, byBookings }) => index === one.index && byPage === one.byPage && byBookings === one.byBookings,
    ),
  );
}

/** Bookings prove that more is sold than the page knows: it may sell units that are taken. */
export const isUndercounted = ({ byPage, byBookings }: NightDrift): boolean => byBookings > byPage;
