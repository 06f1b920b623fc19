import type { CalendarPage } from '../items/calendarPage.ts';
import { type Expression, type Guard, valueName } from './expressions.ts';
import { leavesInNextMonth, type Stay } from './stay.ts';

/**
 * Each of the nights still has units to take, at the rate that was read, and is not closed.
 * @param least what `available` must be; below zero where the room type may be oversold
 */
export function nightsGuard(page: CalendarPage, nights: number[], least: number): Guard {
  const atLeast = valueName('a', least);
  const values: Record<string, unknown> = {};
  if (nights.length > 0) values[atLeast] = least;
  const tests = nights.map((index) => {
    values[`:r${index}`] = page.rate[index];
    values[`:d${index}`] = index;
    return `#ca[${index}] >= ${atLeast} AND #cr[${index}] = :r${index} AND NOT contains(#cc, :d${index})`;
  });
  const names: Record<string, string> = { '#ca': 'available_units', '#cr': 'rate', '#cc': 'closed' };
  return { tests, names: nights.length > 0 ? names : {}, values };
}

/** Of the first page of a stay: it is long enough for its first day. */
export function lengthGuard(stay: Stay): Guard {
  return {
    tests: [`#cm[${stay.arrivalIndex}] <= :nights`],
    names: { '#cm': 'min_stay' },
    values: { ':nights': stay.nights },
  };
}

/** Of the first page of a stay: it may begin on its first day. */
export function arrivalGuard(stay: Stay): Guard {
  return {
    tests: ['NOT contains(#ci, :in)'],
    names: { '#ci': 'closed_to_arrival' },
    values: { ':in': stay.arrivalIndex },
  };
}

/** Of the page on which the day of departure lies: a stay may end then. */
export function leavingGuard(stay: Stay): Guard {
  return {
    tests: ['NOT contains(#co, :out)'],
    names: { '#co': 'closed_to_departure' },
    values: { ':out': stay.departureIndex },
  };
}

/** Guards a departure day that lies in a month of its own, whose page may not be loaded yet; null where it does not. */
export function departureGuard(stay: Stay): Expression | null {
  if (!leavesInNextMonth(stay)) return null;
  return {
    expression: 'attribute_not_exists(#p) OR NOT contains(#co, :out)',
    names: { '#p': 'page', '#co': 'closed_to_departure' },
    values: { ':out': stay.departureIndex },
  };
}

/** Of a page that gets units back: nobody waits for nights of it, who would be offered them first. */
export const NOBODY_WAITS: Guard = { tests: ['attribute_not_exists(#cw)'], names: { '#cw': 'waiting' }, values: {} };
