import fc from 'fast-check';
import { DateTime } from 'luxon';
import { expect, it } from 'vitest';
import { startOfDay } from './startOfDay.ts';

const ZONES = Intl.supportedValuesOf('timeZone');
const iso = (date: string, zone: string) => new Date(startOfDay(date, zone)).toISOString();

it('a day begins at midnight where the property is, summer and winter', () => {
  expect(iso('2027-01-10', 'Europe/Lisbon')).toBe('2027-01-10T00:00:00.000Z');
  expect(iso('2027-07-10', 'Europe/Lisbon')).toBe('2027-07-09T23:00:00.000Z');
  expect(iso('2027-07-10', 'Asia/Kathmandu')).toBe('2027-07-09T18:15:00.000Z');
  expect(iso('2027-07-10', 'Pacific/Kiritimati')).toBe('2027-07-09T10:00:00.000Z');
  expect(iso('2027-07-10', 'Pacific/Pago_Pago')).toBe('2027-07-10T11:00:00.000Z');
});

it('a day whose midnight is skipped begins when the clocks go on, one whose midnight comes twice with the first', () => {
  expect(iso('2026-09-06', 'America/Santiago')).toBe('2026-09-06T04:00:00.000Z');
  expect(iso('2026-11-01', 'America/Havana')).toBe('2026-11-01T04:00:00.000Z');
});

it('agrees with luxon everywhere, whatever happens to the clocks', () => {
  const date = fc.date({ min: new Date('2024-01-01'), max: new Date('2032-12-31'), noInvalidDate: true });
  fc.assert(
    fc.property(fc.constantFrom(...ZONES), date, (zone, day) => {
      const text = day.toISOString().slice(0, 10);
      expect(startOfDay(text, zone)).toBe(DateTime.fromISO(text, { zone }).startOf('day').toMillis());
    }),
    { numRuns: 1_000 },
  );
});

it('no time zone is none', () => {
  expect(() => startOfDay('2027-01-10', 'Atlantis/Capital')).toThrow(RangeError);
});
