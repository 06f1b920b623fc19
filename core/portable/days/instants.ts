import { dayOf, formatDay } from './dates.ts';

const DAY_MS = 86400000;

/** An instant as ISO 8601 in UTC, such as 2027-03-28T09:30:00.000Z. @param ms epoch milliseconds, from 1970 to 9999 */
export function isoInstant(ms: number): string {
  const days = Math.floor(ms / DAY_MS);
  const rest = ms - days * DAY_MS;
  const hours = Math.floor(rest / 3600000);
  const minutes = Math.floor(rest / 60000) % 60;
  const seconds = Math.floor(rest / 1000) % 60;
  const clock = [hours, minutes, seconds].map((value) => digits(value, 2)).join(':');
  return `${formatDay(dayOf(days))}T${clock}.${digits(rest % 1000, 3)}Z`;
}

function digits(value: number, width: number): string {
  const text = `000${value}`;
  return text.slice(text.length - width);
}
