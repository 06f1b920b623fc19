import type { Standing } from '../lifecycle/standing.ts';
import type { CalendarPage } from '../items/calendarPage.ts';
import { indexes } from '../days/dates.ts';
import { allOf, type PageWrite } from './expressions.ts';
import { arrivalGuard, leavingGuard, lengthGuard, nightsGuard } from './guards.ts';
import type { Wish } from './refusal.ts';
import { shiftGuard, shiftPart, shiftUpdate } from './shiftNights.ts';
import type { MonthPart, Stay } from './stay.ts';

/** How units stand once they are taken. */
export type Taken = Exclude<Standing, 'NONE'>;

/**
 * Takes units of every night of one page, on condition that the page still allows it at the rates that were read.
 * There is no version in the condition: buyers of different units do not make one another fail.
 * @param now ISO 8601
 */
export function takeUnits(
  page: CalendarPage,
  part: MonthPart,
  stay: Stay,
  wish: Wish & { taken: Taken },
  now: string,
): PageWrite {
  const guards = [nightsGuard(page, indexes(part.from, part.to), wish.units - wish.oversellAllowance)];
  if (part.month === stay.parts[0].month) guards.push(lengthGuard(stay), arrivalGuard(stay));
  if (part.month === stay.departureMonth) guards.push(leavingGuard(stay));
  return { update: shiftUpdate(shiftPart(part, wish.units, 'NONE', wish.taken), now), condition: allOf(guards) };
}

/** Gives units of every night of one page back, however they stood. @param now ISO 8601 */
export function giveUnits(part: MonthPart, units: number, stood: Taken, now: string): PageWrite {
  const shifts = shiftPart(part, units, stood, 'NONE');
  return { update: shiftUpdate(shifts, now), condition: allOf([shiftGuard(shifts)]) };
}
