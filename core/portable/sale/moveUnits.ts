import type { CalendarPage } from '../items/calendarPage.ts';
import { indexes } from '../days/dates.ts';
import type { Wish } from './refusal.ts';
import { leavesInNextMonth, type MonthPart, type Stay } from './stay.ts';

/**
 * DynamoDB expressions that move units of one calendar page. Update and condition use names and values of their own,
 * so that they may be merged or sent apart. One page and 31 nights stay under DynamoDB's 4 KB and 300 operators an
 * expression. Source: DynamoDB developer guide, "Quotas", expression parameters.
 */
export type Expression = { expression: string; names: Record<string, string>; values: Record<string, unknown> };
export type PageWrite = { update: Expression; condition: Expression };

function addToNights(part: MonthPart, delta: number, now: string): Expression {
  const nights = indexes(part.from, part.to).map((index) => `#a[${index}] = #a[${index}] + :u`);
  return {
    expression: `SET ${nights.join(', ')}, #v = #v + :one, #t = :now`,
    names: { '#a': 'available_units', '#v': 'version', '#t': 'updated_at' },
    values: { ':u': delta, ':one': 1, ':now': now },
  };
}

/**
 * Takes units of every night of one page, on condition that the page still allows it at the rates that were read.
 * There is no version in the condition: buyers of different units do not make one another fail.
 */
export function takeUnits(page: CalendarPage, part: MonthPart, stay: Stay, wish: Wish, now: string): PageWrite {
  const names: Record<string, string> = { '#ca': 'available_units', '#cr': 'rate', '#cc': 'closed' };
  const values: Record<string, unknown> = { ':least': wish.units - wish.oversellAllowance };
  const tests = indexes(part.from, part.to).map((index) => {
    values[`:r${index}`] = page.rate[index];
    values[`:d${index}`] = index;
    return `#ca[${index}] >= :least AND #cr[${index}] = :r${index} AND NOT contains(#cc, :d${index})`;
  });
  if (part.month === stay.parts[0].month) {
    names['#cm'] = 'min_stay';
    names['#ci'] = 'closed_to_arrival';
    values[':nights'] = stay.nights;
    tests.push(`#cm[${part.from}] <= :nights AND NOT contains(#ci, :d${part.from})`);
  }
  if (part.month === stay.departureMonth) {
    names['#co'] = 'closed_to_departure';
    values[':out'] = stay.departureIndex;
    tests.push('NOT contains(#co, :out)');
  }
  return {
    update: addToNights(part, 0 - wish.units, now),
    condition: { expression: tests.join(' AND '), names, values },
  };
}

/** Gives units of every night of one page back. */
export function giveUnits(part: MonthPart, units: number, now: string): PageWrite {
  return {
    update: addToNights(part, units, now),
    condition: { expression: 'attribute_exists(#p)', names: { '#p': 'page' }, values: {} },
  };
}

/** Guards a departure day that lies in a month of its own, whose page may not be loaded yet; null where it does not. */
export function departureGuard(stay: Stay): Expression | null {
  if (!leavesInNextMonth(stay)) return null;
  return {
    expression: 'attribute_not_exists(#p) OR NOT contains(#co, :out)',
    names: { '#p': 'page', '#co': 'closed_to_departure' },
    values: { ':out': stay.departureIndex },
  };
}
