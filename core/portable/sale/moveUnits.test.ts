import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { CalendarPage } from '../items/calendarPage.ts';
import { parseDay } from '../days/dates.ts';
import { departureGuard, giveUnits, takeUnits } from './moveUnits.ts';
import { planStay } from './stay.ts';

const page = { rate: Array.from({ length: 31 }, (_, night) => 100 + night) } as CalendarPage;
const iso = (days: number) => new Date(days * 86_400_000).toISOString().slice(0, 10);
/** Source: DynamoDB developer guide, quotas of expression parameters. */
const OPERATORS = /<=|>=|=|\bAND\b|\bOR\b|\bNOT\b|contains|attribute_/g;

describe('takeUnits', () => {
  it('stays within 4 KB and 300 operators, and aliases every name and value it uses, for any stay', () => {
    fc.assert(
      fc.property(fc.integer({ min: 20_000, max: 22_000 }), fc.integer({ min: 1, max: 90 }), (first, nights) => {
        const stay = planStay(parseDay(iso(first))!, parseDay(iso(first + nights))!);
        for (const part of stay.parts) {
          const { update, condition } = takeUnits(page, part, stay, { units: 2, oversellAllowance: 1 }, 'now');
          for (const { expression, names, values } of [update, condition]) {
            expect(expression.length).toBeLessThan(4096);
            expect(expression.match(OPERATORS)!.length).toBeLessThanOrEqual(300);
            const used = new Set(expression.match(/[#:]\w+/g));
            expect(used).toEqual(new Set([...Object.keys(names), ...Object.keys(values)]));
          }
        }
      }),
    );
  });

  it('guards every night by units, rate and closure, the arrival by minimum stay, the departure by its closure', () => {
    const stay = planStay(parseDay('2027-03-05')!, parseDay('2027-03-07')!);
    const { update, condition } = takeUnits(page, stay.parts[0], stay, { units: 3, oversellAllowance: 1 }, 'now');
    expect(update.expression).toBe('SET #a[4] = #a[4] + :u, #a[5] = #a[5] + :u, #v = #v + :one, #t = :now');
    expect(update.values).toEqual({ ':u': -3, ':one': 1, ':now': 'now' });
    expect(condition.expression).toBe(
      '#ca[4] >= :least AND #cr[4] = :r4 AND NOT contains(#cc, :d4)' +
        ' AND #ca[5] >= :least AND #cr[5] = :r5 AND NOT contains(#cc, :d5)' +
        ' AND #cm[4] <= :nights AND NOT contains(#ci, :d4) AND NOT contains(#co, :out)',
    );
    expect(condition.values).toEqual({
      ':least': 2,
      ':r4': 104,
      ':r5': 105,
      ':d4': 4,
      ':d5': 5,
      ':nights': 2,
      ':out': 6,
    });
  });
});

it('giveUnits gives back what takeUnits took', () => {
  const stay = planStay(parseDay('2027-03-05')!, parseDay('2027-03-07')!);
  expect(giveUnits(stay.parts[0], 3, 'now').update).toEqual({
    ...takeUnits(page, stay.parts[0], stay, { units: 3, oversellAllowance: 0 }, 'now').update,
    values: { ':u': 3, ':one': 1, ':now': 'now' },
  });
});

it('departureGuard is needed only where the departure day has a page of its own', () => {
  expect(departureGuard(planStay(parseDay('2027-03-05')!, parseDay('2027-03-31')!))).toBeNull();
  expect(departureGuard(planStay(parseDay('2027-03-05')!, parseDay('2027-04-01')!))?.values).toEqual({ ':out': 0 });
});
