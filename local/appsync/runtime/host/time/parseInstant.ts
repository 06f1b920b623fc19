import { Info } from 'luxon';
import { type PatternPart, parsePattern } from './pattern.ts';
import { instantOf, type Zone, zoneOf } from './zone.ts';

const ENGLISH = { locale: 'en-US' };
const MONTHS = [Info.months('short', ENGLISH), Info.months('long', ENGLISH)];
const DAYS = [Info.weekdays('short', ENGLISH), Info.weekdays('long', ENGLISH)];
const NUMERIC = 'yuMLdDhHms';

/**
 * Epoch milliseconds of a text written in a java.time DateTimeFormatter pattern.
 *
 * @param zoneId null when the pattern itself holds the zone
 * @throws {Error} when text and pattern disagree, a value is out of range, or date, time or zone is missing
 */
export function parseInstant(text: string, pattern: string, zoneId: string | null): number {
  const letters: { letter: string; count: number }[] = [];
  const match = new RegExp(`^${toRegExp(parsePattern(pattern), letters)}$`).exec(text);
  if (!match) throw new Error(`"${text}" does not match the date pattern "${pattern}"`);
  const found = new Map<string, string>();
  letters.forEach(({ letter }, i) => {
    const value = match[i + 1];
    if (value !== undefined) found.set(letter, value);
  });
  const zone = zoneIn(found) ?? (zoneId === null ? null : zoneOf(zoneId));
  if (!zone) throw new Error(`The date pattern "${pattern}" has no zone and none was given`);
  return instantOf(localTime(found, text, pattern), zone);
}

function toRegExp(parts: PatternPart[], letters: { letter: string; count: number }[]): string {
  return parts
    .map((part) => {
      if (part.kind === 'literal') return part.text.replace(/[.*+?^${}()|[\]\\/-]/g, '\\$&');
      if (part.kind === 'optional') return `(?:${toRegExp(part.parts, letters)})?`;
      letters.push(part);
      return `(${fieldRegExp(part.letter, part.count)})`;
    })
    .join('');
}

function fieldRegExp(letter: string, count: number): string {
  if ('XxZ'.includes(letter)) return '[+-]\\d{2}(?::?\\d{2}(?::?\\d{2})?)?|Z|GMT(?:[+-]\\d{1,2}:\\d{2})?';
  if (letter === 'V') return '[A-Za-z][A-Za-z0-9_+/-]*|Z|[+-]\\d{2}:\\d{2}';
  if (letter === 'S') return `\\d{${count}}`;
  if (letter === 'a') return 'AM|PM';
  if (letter === 'E' || count > 2) {
    return NUMERIC.includes(letter) && letter !== 'M' && letter !== 'L' ? `\\d{${count}}` : '[A-Za-z]+';
  }
  return count === 2 ? '\\d{2}' : '\\d{1,9}';
}

function zoneIn(found: Map<string, string>): Zone | null {
  const written = found.get('X') ?? found.get('x') ?? found.get('Z') ?? found.get('V');
  if (written === undefined) return null;
  return zoneOf(written);
}

function localTime(found: Map<string, string>, text: string, pattern: string): number {
  const date = dateOf(found);
  const hour = hourOf(found);
  if (!date || hour === null) {
    // java.time has no instant for a date alone, so AppSync cannot answer either.
    throw new Error(`The date pattern "${pattern}" needs a date and an hour`);
  }
  const minute = Number(found.get('m') ?? 0);
  const second = Number(found.get('s') ?? 0);
  const fraction = Number((found.get('S') ?? '').padEnd(3, '0').slice(0, 3));
  const local = new Date(Date.UTC(2000, date.month - 1, date.day, hour, minute, second, fraction));
  local.setUTCFullYear(date.year, date.month - 1, date.day);
  const kept = local.getUTCMonth() === date.month - 1 && local.getUTCDate() === date.day && dayAgrees(found, local);
  if (!kept || hour > 23 || minute > 59 || second > 59) throw new Error(`"${text}" is not a valid date and time`);
  return local.getTime();
}

function dateOf(found: Map<string, string>): { year: number; month: number; day: number } | null {
  const yearText = found.get('y') ?? found.get('u');
  if (yearText === undefined) return null;
  const year = Number(yearText) + (yearText.length === 2 ? 2000 : 0);
  if (found.has('D')) {
    const day = new Date(Date.UTC(year, 0, Number(found.get('D'))));
    return { year: day.getUTCFullYear(), month: day.getUTCMonth() + 1, day: day.getUTCDate() };
  }
  const month = monthOf(found.get('M') ?? found.get('L'));
  const day = found.get('d');
  return month === null || day === undefined ? null : { year, month, day: Number(day) };
}

function monthOf(written: string | undefined): number | null {
  if (written === undefined) return null;
  if (/^\d/.test(written)) return Number(written);
  const index = nameIndex(MONTHS, written);
  return index === -1 ? null : index + 1;
}

/** A written day of the week must be that of the date. */
function dayAgrees(found: Map<string, string>, local: Date): boolean {
  const written = found.get('E');
  return written === undefined || nameIndex(DAYS, written) === (local.getUTCDay() + 6) % 7;
}

function nameIndex(lists: string[][], name: string): number {
  return Math.max(...lists.map((names) => names.indexOf(name)));
}

function hourOf(found: Map<string, string>): number | null {
  const hour = found.get('H');
  if (hour !== undefined) return Number(hour);
  const clockHour = found.get('h');
  if (clockHour === undefined || !found.has('a')) return null;
  return (Number(clockHour) % 12) + (found.get('a') === 'PM' ? 12 : 0);
}
