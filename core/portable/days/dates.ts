const DIGITS = '0123456789';
const MONTH_LENGTHS = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];

/** Indexes of the days of the longest month; sliced instead of counted, as APPSYNC_JS has no counting loop. */
const DAY_INDEXES = [
  0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 17, 18, 19, 20, 21, 22, 23, 24, 25, 26, 27, 28, 29, 30,
];

/** A calendar date; `month` and `day` count from 1. */
export type Day = { year: number; month: number; day: number };

/** The numbers from..to-1, for 0 <= from <= to <= 31. */
export function indexes(from: number, to: number): number[] {
  return DAY_INDEXES.slice(from, to);
}

/** A whole number from decimal digits; -1 when there is any other character, or none. */
export function wholeNumber(text: string): number {
  let value = text.length === 0 ? -1 : 0;
  for (const character of text.split('')) {
    const digit = DIGITS.indexOf(character);
    if (digit < 0) return -1;
    value = value * 10 + digit;
  }
  return value;
}

export function daysInMonth(year: number, month: number): number {
  const leap = (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0;
  return month === 2 && leap ? 29 : MONTH_LENGTHS[month - 1];
}

/** A date from `YYYY-MM-DD`, years 1970 to 9999; null when it is none, such as 2026-02-30 or one with an offset. */
export function parseDay(text: string): Day | null {
  if (text.length !== 10 || text.slice(4, 5) !== '-' || text.slice(7, 8) !== '-') return null;
  const year = wholeNumber(text.slice(0, 4));
  const month = wholeNumber(text.slice(5, 7));
  const day = wholeNumber(text.slice(8, 10));
  if (year < 1970 || month < 1 || month > 12 || day < 1 || day > daysInMonth(year, month)) return null;
  return { year, month, day };
}

function twoDigits(value: number): string {
  return value < 10 ? `0${value}` : `${value}`;
}

/** `YYYY-MM`. */
export function monthKey(year: number, month: number): string {
  return `${year}-${twoDigits(month)}`;
}

/** `YYYY-MM-DD` of a day of a month; `index` counts from 0. */
export function dateOf(month: string, index: number): string {
  return `${month}-${twoDigits(index + 1)}`;
}

export function formatDay(day: Day): string {
  return dateOf(monthKey(day.year, day.month), day.day - 1);
}

/**
 * Days since 1970-01-01. Counts in years that begin in March, so that the leap day is the last of its year, and in
 * eras of 400 years (146,097 days), after which the calendar repeats.
 */
export function dayNumber(day: Day): number {
  const year = day.month <= 2 ? day.year - 1 : day.year;
  const era = Math.floor(year / 400);
  const yearOfEra = year - era * 400;
  const monthFromMarch = day.month > 2 ? day.month - 3 : day.month + 9;
  const dayOfYear = Math.floor((153 * monthFromMarch + 2) / 5) + day.day - 1;
  return era * 146097 + yearOfEra * 365 + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100) + dayOfYear - 719468;
}

/** The date of a {@link dayNumber}: the same count backwards. */
export function dayOf(number: number): Day {
  const shifted = number + 719468;
  const era = Math.floor(shifted / 146097);
  const dayOfEra = shifted - era * 146097;
  const leaps = Math.floor(dayOfEra / 1460) - Math.floor(dayOfEra / 36524) + Math.floor(dayOfEra / 146096);
  const yearOfEra = Math.floor((dayOfEra - leaps) / 365);
  const dayOfYear = dayOfEra - (365 * yearOfEra + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100));
  const monthFromMarch = Math.floor((5 * dayOfYear + 2) / 153);
  const day = dayOfYear - Math.floor((153 * monthFromMarch + 2) / 5) + 1;
  const month = monthFromMarch < 10 ? monthFromMarch + 3 : monthFromMarch - 9;
  return { year: yearOfEra + era * 400 + (month <= 2 ? 1 : 0), month, day };
}

/** The date so many days later, `YYYY-MM-DD`; earlier for fewer than none. */
export function addDays(day: Day, days: number): string {
  return formatDay(dayOf(dayNumber(day) + days));
}

/** 0 is Monday. 1970-01-01 was a Thursday. */
export function weekday(day: Day): number {
  return (dayNumber(day) + 3) % 7;
}

/** The month after, as `{year, month}` from 1. */
export function nextMonth(year: number, month: number): { year: number; month: number } {
  return month === 12 ? { year: year + 1, month: 1 } : { year, month: month + 1 };
}

export function previousDay(day: Day): Day {
  if (day.day > 1) return { year: day.year, month: day.month, day: day.day - 1 };
  const year = day.month === 1 ? day.year - 1 : day.year;
  const month = day.month === 1 ? 12 : day.month - 1;
  return { year, month, day: daysInMonth(year, month) };
}
