import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { dateOf, dayNumber, indexes, parseDay } from '../days/dates.ts';
import { leavesInNextMonth, planStay } from './stay.ts';

const iso = (days: number) => new Date(days * 86_400_000).toISOString().slice(0, 10);
const plan = (arrival: string, departure: string) => planStay(parseDay(arrival)!, parseDay(departure)!);

describe('planStay', () => {
  it('takes every night from arrival to the one before departure, once and in order', () => {
    fc.assert(
      fc.property(fc.integer({ min: 20_000, max: 30_000 }), fc.integer({ min: 1, max: 732 }), (first, nights) => {
        const stay = plan(iso(first), iso(first + nights));
        const dates = stay.parts.flatMap((part) => indexes(part.from, part.to).map((i) => dateOf(part.month, i)));
        expect(dates).toEqual(Array.from({ length: nights }, (_, i) => iso(first + i)));
        expect(stay.nights).toBe(nights);
        expect(dayNumber(parseDay(stay.departure)!)).toBe(first + nights);
      }),
    );
  });

  it('reaches five pages with ninety nights from the end of a January', () => {
    expect(plan('2027-01-31', '2027-05-01').parts.map((part) => part.month)).toEqual([
      '2027-01',
      '2027-02',
      '2027-03',
      '2027-04',
    ]);
    expect(plan('2026-12-31', '2027-03-31').parts).toHaveLength(4);
    expect(plan('2027-01-31', '2027-05-01').departureMonth).toBe('2027-05');
  });

  it('knows when the departure day has a page of its own', () => {
    expect(leavesInNextMonth(plan('2027-01-30', '2027-02-01'))).toBe(true);
    expect(leavesInNextMonth(plan('2027-01-30', '2027-02-02'))).toBe(false);
  });
});
