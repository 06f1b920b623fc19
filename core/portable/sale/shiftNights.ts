import type { Standing } from '../lifecycle/standing.ts';
import { indexes } from '../days/dates.ts';
import { type Expression, type Guard, valueName } from './expressions.ts';
import type { MonthPart } from './stay.ts';

/** What one night of a page gains, or loses below zero. What is sold follows: total - available - held. */
export type NightShift = {
  /** Day of month - 1. */
  index: number;
  available: number;
  held: number;
};

/** What a night gains as units of it go from one standing to another. */
function shiftOf(units: number, from: Standing, to: Standing): { available: number; held: number } {
  const given = from === 'NONE' ? 0 : units;
  const taken = to === 'NONE' ? 0 : units;
  return { available: given - taken, held: (to === 'HELD' ? units : 0) - (from === 'HELD' ? units : 0) };
}

/** The same for every night of a part. */
export function shiftPart(part: MonthPart, units: number, from: Standing, to: Standing): NightShift[] {
  const { available, held } = shiftOf(units, from, to);
  return indexes(part.from, part.to).map((index) => ({ index, available, held }));
}

/**
 * The update that shifts nights of one page. 31 nights stay under DynamoDB's 4 KB and 300 operators an expression.
 * Source: DynamoDB developer guide, "Quotas", expression parameters.
 * @param now ISO 8601
 */
export function shiftUpdate(shifts: NightShift[], now: string): Expression {
  const names: Record<string, string> = { '#v': 'version', '#t': 'updated_at' };
  const values: Record<string, unknown> = { ':one': 1, ':now': now };
  const sets: string[] = [];
  for (const shift of shifts) {
    if (shift.available !== 0) {
      const by = valueName('u', shift.available);
      names['#a'] = 'available_units';
      values[by] = shift.available;
      sets.push(`#a[${shift.index}] = #a[${shift.index}] + ${by}`);
    }
    if (shift.held !== 0) {
      const by = valueName('u', shift.held);
      names['#h'] = 'reserved_units';
      values[by] = shift.held;
      sets.push(`#h[${shift.index}] = #h[${shift.index}] + ${by}`);
    }
  }
  sets.push('#v = #v + :one, #t = :now');
  return { expression: `SET ${sets.join(', ')}`, names, values };
}

/** The page is there, and holds what is to be held no longer: else the stock was written past the rules. */
export function shiftGuard(shifts: NightShift[]): Guard {
  const names: Record<string, string> = { '#p': 'page' };
  const values: Record<string, unknown> = {};
  const tests = ['attribute_exists(#p)'];
  for (const { index, held } of shifts) {
    if (held < 0) {
      const least = valueName('h', 0 - held);
      names['#ch'] = 'reserved_units';
      values[least] = 0 - held;
      tests.push(`#ch[${index}] >= ${least}`);
    }
  }
  return { tests, names, values };
}
