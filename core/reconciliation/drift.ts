import type { CalendarPage } from '../portable/items/calendarPage.ts';
import { dateOf } from '../portable/days/dates.ts';
import type { Taken } from './takenNights.ts';

/** A night of which the page tells other numbers of sold and held units than the bookings. */
export type NightDrift = {
  /** Day of month - 1. */
  index: number;
  date: string;
  byPage: Taken;
  byBookings: Taken;
};

/** @param taken units by night, counted from bookings */
export function driftOf(page: CalendarPage, taken: readonly Taken[]): NightDrift[] {
  const month = page.page.slice(0, 7);
  return page.total_units.flatMap((total, index) => {
    const held = page.reserved_units[index];
    const byPage = { sold: total - page.available_units[index] - held, held };
    const byBookings = taken[index] ?? { sold: 0, held: 0 };
    return isSame(byPage, byBookings) ? [] : [{ index, date: dateOf(month, index), byPage, byBookings }];
  });
}

const isSame = (a: Taken, b: Taken): boolean => a.sold === b.sold && a.held === b.held;

/** The drift that both reads show alike. */
export function inBoth(a: readonly NightDrift[], b: readonly NightDrift[]): NightDrift[] {
  return a.filter((one) =>
    b.some(
      ({ index, byPage, byBookings }) =>
        index === one.index && isSame(byPage, one.byPage) && isSame(byBookings, one.byBookings),
    ),
  );
}

/** Units that bookings prove to be taken and the page would sell again; 0 where there are none. */
export const unitsToTake = ({ byPage, byBookings }: NightDrift): number =>
  Math.max(0, byBookings.sold + byBookings.held - byPage.sold - byPage.held);

/** Units that bookings prove to be held and the page counts as sold, or not at all; 0 where there are none. */
export const unitsToHold = ({ byPage, byBookings }: NightDrift): number => Math.max(0, byBookings.held - byPage.held);

/** Do bookings prove what the page does not know? */
export const isUndercounted = (night: NightDrift): boolean => unitsToTake(night) > 0 || unitsToHold(night) > 0;
