import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { CalendarPage } from '../items/calendarPage.ts';
import { parseDay } from '../days/dates.ts';
import { departureGuard } from './guards.ts';
import { giveUnits, type Taken, takeUnits } from './moveUnits.ts';
import { planStay } from './stay.ts';

const page = { rate: Array.from({ length: 31 }, (_, night) => 100 + night) } as CalendarPage;
const iso = (days: number) => new Date(days * 86_400_000).toISOString().slice(0, 10);
const standing = fc.constantFrom<Taken>('SOLD', 'HELD');
/** Source: DynamoDB developer guide, quotas of expression parameters. */
const OPERATORS = /<=|>=|=|\bAND\b|\bOR\b|\bNOT\b|contains|attribute_/g;

describe('takeUnits', () => {
  it('stays within 4 KB and 300 operators, and aliases every name and value it uses, for any stay', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 20_000, max: 22_000 }),
        fc.integer({ min: 1, max: 90 }),
        standing,
        (first, nights, taken) => {
          const stay = planStay(parseDay(iso(first))!, parseDay(iso(first + nights))!);
          for (const part of stay.parts) {
            const { update, condition } = takeUnits(page, part, stay, { units: 2, oversellAllowance: 1, taken }, 'now');
            for (const { expression, names, values } of [update, condition]) {
              expect(expression.length).toBeLessThan(4096);
              expect(expression.match(OPERATORS)!.length).toBeLessThanOrEqual(300);
              const used = new Set(expression.match(/[#:]\w+/g));
              expect(used).toEqual(new Set([...Object.keys(names), ...Object.keys(values)]));
            }
          }
        },
      ),
    );
  });

  it('guards every night by units, rate and closure, the arrival by minimum stay, the departure by its closure', () => {
    const stay = planStay(parseDay('2027-03-05')!, parseDay('2027-03-07')!);
    const { update, condition } = takeUnits(
      page,
      stay.parts[0],
      stay,
      { units: 3, oversellAllowance: 1, taken: 'SOLD' },
      'now',
    );
    expect(update.expression).toBe('SET #a[4] = #a[4] + :um3, #a[5] = #a[5] + :um3, #v = #v + :one, #t = :now');
    expect(update.values).toEqual({ ':um3': -3, ':one': 1, ':now': 'now' });
    expect(condition.expression).toBe(
      '#ca[4] >= :a2 AND #cr[4] = :r4 AND NOT contains(#cc, :d4)' +
        ' AND #ca[5] >= :a2 AND #cr[5] = :r5 AND NOT contains(#cc, :d5)' +
        ' AND #cm[4] <= :nights AND NOT contains(#ci, :in) AND NOT contains(#co, :out)',
    );
    expect(condition.values).toEqual({
      ':a2': 2,
      ':r4': 104,
      ':r5': 105,
      ':d4': 4,
      ':d5': 5,
      ':nights': 2,
      ':in': 4,
      ':out': 6,
    });
  });
});

describe('giveUnits', () => {
  const stay = planStay(parseDay('2027-03-05')!, parseDay('2027-03-07')!);

  it('gives back what was sold', () => {
    const { update, condition } = giveUnits(stay.parts[0], 3, 'SOLD', 'now');
    expect(update.expression).toBe('SET #a[4] = #a[4] + :u3, #a[5] = #a[5] + :u3, #v = #v + :one, #t = :now');
    expect(condition).toEqual({ expression: 'attribute_exists(#p)', names: { '#p': 'page' }, values: {} });
  });

  it('gives back what was held, on condition that it is', () => {
    const { update, condition } = giveUnits(stay.parts[0], 3, 'HELD', 'now');
    expect(update.expression).toContain('#a[4] = #a[4] + :u3, #h[4] = #h[4] + :um3');
    expect(update.values).toMatchObject({ ':u3': 3, ':um3': -3 });
    expect(condition.expression).toBe('attribute_exists(#p) AND #ch[4] >= :h3 AND #ch[5] >= :h3');
  });

  it('of a whole month stays within DynamoDB’s limits', () => {
    const month = planStay(parseDay('2027-03-01')!, parseDay('2027-04-01')!);
    for (const { expression } of Object.values(giveUnits(month.parts[0], 50, 'HELD', 'now'))) {
      expect(expression.length).toBeLessThan(4096);
      expect(expression.match(OPERATORS)!.length).toBeLessThanOrEqual(300);
    }
  });
});

it('departureGuard is needed only where the departure day has a page of its own', () => {
  expect(departureGuard(planStay(parseDay('2027-03-05')!, parseDay('2027-03-31')!))).toBeNull();
  expect(departureGuard(planStay(parseDay('2027-03-05')!, parseDay('2027-04-01')!))?.values).toEqual({ ':out': 0 });
});
