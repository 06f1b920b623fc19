import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { arrivalsDue } from './arrivalsDue.ts';
import { dueAt } from './dueAt.ts';
import { reminding } from './testing/samples.ts';

const iso = (ms: number | null) => ms && new Date(ms).toISOString();
const HOUR_MS = 3_600_000;

describe('a reminder is due', () => {
  it('so many hours before the day of arrival begins', () => {
    expect(iso(dueAt('2027-01-10', reminding(24)))).toBe('2027-01-09T00:00:00.000Z');
    expect(iso(dueAt('2027-01-10', reminding(0)))).toBe('2027-01-10T00:00:00.000Z');
  });

  it('as many hours before where clocks are changed in between', () => {
    // In Lisbon 2027-03-28 has 23 hours and 2027-10-31 has 25.
    expect(iso(dueAt('2027-03-29', reminding(24)))).toBe('2027-03-27T23:00:00.000Z');
    expect(iso(dueAt('2027-11-01', reminding(24)))).toBe('2027-10-31T00:00:00.000Z');
  });

  it('never at a property that reminds nobody', () => {
    expect(dueAt('2027-01-10', reminding(null))).toBeNull();
    expect(dueAt('2027-01-10', { time_zone: 'Europe/Lisbon' })).toBeNull();
  });
});

describe('the arrivals of a time', () => {
  it('are those whose reminders are due then', () => {
    const [after, until] = [Date.parse('2027-03-28T20:00Z'), Date.parse('2027-03-29T05:00Z')];
    expect(arrivalsDue(reminding(24), after, until)).toEqual({ from: '2027-03-30', to: '2027-03-30' });
    expect(arrivalsDue(reminding(24), after, after + 2 * HOUR_MS)).toBeNull();
    expect(arrivalsDue(reminding(null), after, until)).toBeNull();
  });

  it('of times that follow one another are each arrival once', () => {
    const zones = fc.constantFrom('Europe/Lisbon', 'Pacific/Kiritimati', 'Pacific/Pago_Pago', 'America/Santiago');
    const start = fc.integer({ min: Date.parse('2026-01-01'), max: Date.parse('2028-01-01') });
    fc.assert(
      fc.property(zones, fc.integer({ min: 0, max: 720 }), start, (zone, hours, from) => {
        const found = Array.from({ length: 8 }, (_, at) => from + at * 9 * HOUR_MS).flatMap((at) => {
          const arrivals = arrivalsDue(reminding(hours, zone), at, at + 9 * HOUR_MS);
          return arrivals ? [arrivals] : [];
        });
        expect(found.every((one) => one.from === one.to)).toBe(true);
        const dates = found.map((one) => Date.parse(one.from));
        for (const [at, date] of dates.slice(1).entries()) expect(date - dates[at]).toBe(24 * HOUR_MS);
        expect(dates.length).toBeGreaterThanOrEqual(2);
      }),
    );
  });
});
