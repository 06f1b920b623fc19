import { type Day, dayNumber, daysInMonth, formatDay, monthKey, nextMonth } from '../days/dates.ts';

/** The nights of one month that a stay or range takes, as list indexes; `to` is exclusive. */
export type MonthPart = { month: string; from: number; to: number };

export type Stay = {
  /** `YYYY-MM-DD`. */
  arrival: string;
  /** Exclusive. */
  departure: string;
  nights: number;
  parts: MonthPart[];
  arrivalIndex: number;
  departureMonth: string;
  departureIndex: number;
};

/** 92 nights from the last day of a month touch five months; the longest range asked for (732 nights) touches 25. */
const MOST_MONTHS = [1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 17, 18, 19, 20, 21, 22, 23, 24, 25, 26];

/** The months that the nights from..to-1 touch. */
export function monthParts(from: Day, to: Day): MonthPart[] {
  const parts: MonthPart[] = [];
  let left = dayNumber(to) - dayNumber(from);
  let at = { year: from.year, month: from.month };
  let first = from.day - 1;
  for (const _ of MOST_MONTHS) {
    if (left <= 0) break;
    const end = Math.min(daysInMonth(at.year, at.month), first + left);
    parts.push({ month: monthKey(at.year, at.month), from: first, to: end });
    left = left - (end - first);
    first = 0;
    at = nextMonth(at.year, at.month);
  }
  return parts;
}

/** The nights arrival <= night < departure, month by month. */
export function planStay(arrival: Day, departure: Day): Stay {
  return {
    arrival: formatDay(arrival),
    departure: formatDay(departure),
    nights: dayNumber(departure) - dayNumber(arrival),
    parts: monthParts(arrival, departure),
    arrivalIndex: arrival.day - 1,
    departureMonth: monthKey(departure.year, departure.month),
    departureIndex: departure.day - 1,
  };
}

/** Does the departure day lie in a month of which the stay takes no night? */
export function leavesInNextMonth(stay: Stay): boolean {
  return stay.parts[stay.parts.length - 1].month !== stay.departureMonth;
}
