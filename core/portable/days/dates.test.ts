import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  addDays,
  dayNumber,
  dayOf,
  daysInMonth,
  formatDay,
  parseDay,
  previousDay,
  weekday,
  wholeNumber,
} from './dates.ts';

const DAY_MS = 86_400_000;
/** Any day from 1970 to 9999. */
const anyDayNumber = fc.integer({ min: 1, max: 2_932_896 });
const iso = (days: number) => new Date(days * DAY_MS).toISOString().slice(0, 10);

describe('calendar dates', () => {
  it('agree with the platform calendar on number, text and weekday', () => {
    fc.assert(
      fc.property(anyDayNumber, (days) => {
        const day = parseDay(iso(days))!;
        expect(dayNumber(day)).toBe(days);
        expect(formatDay(day)).toBe(iso(days));
        expect(dayOf(days)).toEqual(day);
        expect(weekday(day)).toBe((new Date(days * DAY_MS).getUTCDay() + 6) % 7);
        expect(formatDay(previousDay(day))).toBe(iso(days - 1));
      }),
    );
  });

  it.each([
    '2026-02-30',
    '2026-13-01',
    '2026-00-10',
    '2026-1-01',
    '2026-01-01Z',
    '2026-01-01+01:00',
    '1969-12-31',
    '',
    'today',
  ])('refuse %j', (text) => expect(parseDay(text)).toBeNull());

  it('count days on', () => {
    expect(addDays(parseDay('2027-12-30')!, 3)).toBe('2028-01-02');
    expect(addDays(parseDay('2028-03-01')!, -1)).toBe('2028-02-29');
  });

  it('know leap years', () => {
    expect([1900, 2000, 2024, 2026].map((year) => daysInMonth(year, 2))).toEqual([28, 29, 29, 28]);
  });

  it('read whole numbers and nothing else', () => {
    expect(['0', '0042', '', '-1', '1.5', '١'].map(wholeNumber)).toEqual([0, 42, -1, -1, -1, -1]);
  });
});
