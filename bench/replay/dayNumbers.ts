import { dayNumber, formatDay, nextMonth, parseDay, type Day } from '../../core/portable/days/dates.ts';

const MS_A_DAY = 86_400_000;

/** Days since 1970-01-01 of `YYYY-MM-DD`. @throws when it is no date */
export function toDayNumber(date: string): number {
  return dayNumber(parse(date));
}

/** `YYYY-MM-DD` of a number of days since 1970-01-01. */
export function toDate(day: number): string {
  return new Date(day * MS_A_DAY).toISOString().slice(0, 10);
}

/** The first day of the month after that of `day`. */
export function nextMonthOf(day: number): number {
  const { year, month } = parse(toDate(day));
  return toDayNumber(formatDay({ ...nextMonth(year, month), day: 1 }));
}

function parse(date: string): Day {
  const day = parseDay(date);
  if (!day) throw new Error(`${date} is not a calendar date.`);
  return day;
}
