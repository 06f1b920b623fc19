import { dayNumber, parseDay } from '../portable/days/dates.ts';

const SECOND_MS = 1_000;
const DAY_MS = 86_400_000;
/** No place is further from UTC, in either direction. */
const FURTHEST_MS = 15 * 3_600_000;

/**
 * The instant at which a date begins in a time zone: midnight, or, where clocks skip it, the first moment after it.
 * Searched for, as no function tells it: dates of a place follow one another.
 * @param date `YYYY-MM-DD`
 * @returns epoch milliseconds, whole seconds
 * @throws {RangeError} for a time zone that is none
 */
export function startOfDay(date: string, timeZone: string): number {
  const format = new Intl.DateTimeFormat('en-CA', { timeZone, year: 'numeric', month: '2-digit', day: '2-digit' });
  const inUtc = dayNumber(parseDay(date)!) * DAY_MS;
  let before = inUtc - FURTHEST_MS;
  let since = inUtc + FURTHEST_MS;
  while (since - before > SECOND_MS) {
    const middle = Math.floor((before + since) / 2 / SECOND_MS) * SECOND_MS;
    if (format.format(middle) >= date) since = middle;
    else before = middle;
  }
  return since;
}
