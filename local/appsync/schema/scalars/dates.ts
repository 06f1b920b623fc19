const OFFSET = '(?:Z|[+-](?:[01]\\d|2[0-3]):[0-5]\\d(?::[0-5]\\d)?)';
const DATE = '(\\d{4})-(\\d{2})-(\\d{2})';
const TIME = '(?:[01]\\d|2[0-3]):[0-5]\\d(?::[0-5]\\d(?:\\.\\d{1,9})?)?';

const datePattern = new RegExp(`^${DATE}${OFFSET}?$`);
const timePattern = new RegExp(`^${TIME}${OFFSET}?$`);
const dateTimePattern = new RegExp(`^${DATE}T${TIME}${OFFSET}$`);

/** `2026-11-20`, with or without an offset such as `Z` or `-07:00`; the day must exist. */
export function isDate(value: unknown): boolean {
  return typeof value === 'string' && hasRealDay(datePattern.exec(value));
}

/** `12:30`, `12:30:24`, `12:30:24.500`, with or without an offset. */
export function isTime(value: unknown): boolean {
  return typeof value === 'string' && timePattern.test(value);
}

/** `2026-11-20T12:30:24.500Z`: seconds may be left out, the offset may not. */
export function isDateTime(value: unknown): boolean {
  return typeof value === 'string' && hasRealDay(dateTimePattern.exec(value));
}

function hasRealDay(match: RegExpExecArray | null): boolean {
  if (match === null) return false;
  const [year, month, day] = [Number(match[1]), Number(match[2]), Number(match[3])];
  return month >= 1 && month <= 12 && day >= 1 && day <= daysInMonth(year, month);
}

function daysInMonth(year: number, month: number): number {
  if (month === 2) return (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0 ? 29 : 28;
  return [4, 6, 9, 11].includes(month) ? 30 : 31;
}
