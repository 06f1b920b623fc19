import { dateOf, indexes } from '../../portable/days/dates.ts';
import { type Expression, giveUnits, type PageWrite } from '../../portable/sale/moveUnits.ts';
import type { MonthPart } from '../../portable/sale/stay.ts';
import type { ReliefNight } from '../reallocation/plan.ts';

/** Units of one booking on one page; held ones are counted there as held. */
export type PageUnits = { part: MonthPart; units: number; isHeld: boolean };

/**
 * Gives units back on the page that a stay leaves, on condition that a night which this relieves is overbooked still: a
 * cancellation may have come first, and nobody is moved for nothing.
 */
export function leavePage({ part, units, isHeld }: PageUnits, relieves: ReliefNight[], now: string): PageWrite {
  const give = giveUnits(part, units, now);
  const tests = [give.condition.expression];
  const names: Record<string, string> = { ...give.condition.names };
  const values: Record<string, unknown> = {};
  const short = indexes(part.from, part.to).flatMap((index) => {
    const night = relieves.find(({ date }) => date === dateOf(part.month, index));
    if (!night) return [];
    values[`:f${index}`] = night.floor;
    return [`#ca[${index}] < :f${index}`];
  });
  if (short.length > 0) {
    names['#ca'] = 'available_units';
    tests.push(`(${short.join(' OR ')})`);
  }
  const update = isHeld ? withHeld(give.update, part, -units) : give.update;
  return { update, condition: { expression: tests.join(' AND '), names, values } };
}

/** Takes units on the page that a stay moves to, on condition that every night has them without being oversold. */
export function enterPage({ part, units, isHeld }: PageUnits, now: string): PageWrite {
  // To take is to give back less than nothing.
  const { update } = giveUnits(part, -units, now);
  const free = indexes(part.from, part.to).map((index) => `#ca[${index}] >= :least`);
  return {
    update: isHeld ? withHeld(update, part, units) : update,
    condition: { expression: free.join(' AND '), names: { '#ca': 'available_units' }, values: { ':least': units } },
  };
}

/** The update with the held units of the same nights, so that available + held + sold stays the total. */
function withHeld({ expression, names, values }: Expression, part: MonthPart, delta: number): Expression {
  const nights = indexes(part.from, part.to).map((index) => `#h[${index}] = #h[${index}] + :h`);
  return {
    expression: `${expression}, ${nights.join(', ')}`,
    names: { ...names, '#h': 'reserved_units' },
    values: { ...values, ':h': delta },
  };
}
