import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { PlannedMove } from '../reallocation/plan.ts';
import { sampleStay } from '../testing/samples.ts';
import { moveWrites } from './moveWrites.ts';

const relief = (date: string, floor = 0) => ({ overbooking_id: `lisbon-1#STD#${date}`, date, floor });
const move = (changes: Partial<PlannedMove> = {}): PlannedMove => ({
  booking: sampleStay('b1', { units: 2, version: 7 }),
  from: 'STD',
  to: 'DLX',
  relieves: [relief('2027-03-06', -1)],
  ...changes,
});
const day = (days: number) => new Date(days * 86_400_000).toISOString().slice(0, 10);
/** Source: DynamoDB developer guide, quotas of expression parameters. */
const OPERATORS = /<=|>=|<|>|=|\+|\bAND\b|\bOR\b|attribute_/g;

describe('moveWrites', () => {
  it('gives the booking its new room type if it is as it was read', () => {
    const [booking] = moveWrites(move(), 'now');
    expect(booking).toMatchObject({ table: 'Bookings', key: { booking_id: 'b1' } });
    expect(booking.update.values).toEqual({ ':to': 'DLX', ':from': 'STD', ':one': 1, ':now': 'now' });
    expect(booking.condition.values).toEqual({ ':is': 'CONFIRMED', ':read': 7 });
  });

  it('gives the old nights back if one is overbooked still', () => {
    const [, left] = moveWrites(move(), 'now');
    expect(left).toMatchObject({ table: 'Inventory', key: { property_id: 'lisbon-1', page: '2027-03#STD' } });
    expect(left.update.expression).toBe('SET #a[4] = #a[4] + :u2, #a[5] = #a[5] + :u2, #v = #v + :one, #t = :now');
    expect(left.update.values).toMatchObject({ ':u2': 2 });
    expect(left.condition).toEqual({
      expression: 'attribute_exists(#p) AND (#ca[5] < :f5)',
      names: { '#p': 'page', '#ca': 'available_units' },
      values: { ':f5': -1 },
    });
  });

  it('takes the new nights if they have the units, whatever restricts new sales', () => {
    const [, , entered] = moveWrites(move(), 'now');
    expect(entered).toMatchObject({ table: 'Inventory', key: { property_id: 'lisbon-1', page: '2027-03#DLX' } });
    expect(entered.update.values).toEqual({ ':um2': -2, ':one': 1, ':now': 'now' });
    expect(entered.condition).toEqual({
      expression: '#ca[4] >= :least AND #ca[5] >= :least',
      names: { '#ca': 'available_units' },
      values: { ':least': 2 },
    });
  });

  it('moves held units as held', () => {
    const held = move({ booking: sampleStay('b1', { status: 'HELD', departure: '2027-03-06' }), relieves: [] });
    const [booking, left, entered] = moveWrites(held, 'now');
    expect(booking.condition.values).toMatchObject({ ':is': 'HELD' });
    expect(left.update.expression).toBe('SET #a[4] = #a[4] + :u1, #h[4] = #h[4] + :um1, #v = #v + :one, #t = :now');
    expect(left.update.values).toMatchObject({ ':u1': 1, ':um1': -1 });
    expect(left.condition.expression).toBe('attribute_exists(#p) AND #ch[4] >= :h1');
    expect(entered.update.expression).toContain('#a[4] = #a[4] + :um1, #h[4] = #h[4] + :u1');
    expect(entered.update.names).toMatchObject({ '#h': 'reserved_units' });
  });

  it('asks nothing of the nights left by a move that staff chose', () => {
    const [, left] = moveWrites(move({ relieves: [] }), 'now');
    expect(left.condition).toEqual({ expression: 'attribute_exists(#p)', names: { '#p': 'page' }, values: {} });
  });

  it('fits one transaction and the limits of an expression, with every alias used, for any stay', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 20_000, max: 22_000 }),
        fc.integer({ min: 1, max: 92 }),
        fc.constantFrom('CONFIRMED' as const, 'HELD' as const),
        (first, nights, status) => {
          const booking = sampleStay('b1', { arrival: day(first), departure: day(first + nights), status });
          const relieves = Array.from({ length: nights }, (_, at) => relief(day(first + at)));
          const writes = moveWrites(move({ booking, relieves }), 'now');
          expect(writes.length).toBeLessThanOrEqual(11);
          expect(new Set(writes.map(({ key }) => JSON.stringify(key))).size).toBe(writes.length);
          for (const { update, condition } of writes) {
            for (const { expression, names, values } of [update, condition]) {
              expect(expression.length).toBeLessThan(4096);
              expect((expression.match(OPERATORS) ?? []).length).toBeLessThanOrEqual(300);
              const used = new Set(expression.match(/[#:]\w+/g));
              expect(used).toEqual(new Set([...Object.keys(names), ...Object.keys(values)]));
            }
            for (const [alias, name] of Object.entries(condition.names)) {
              expect(update.names[alias] ?? name).toBe(name);
            }
            expect(Object.keys(condition.values).filter((alias) => alias in update.values)).toEqual([]);
          }
        },
      ),
    );
  });
});
