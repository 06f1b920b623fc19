import { dateOf, indexes } from '../../portable/days/dates.ts';
import { allOf, type PageWrite } from '../../portable/sale/expressions.ts';
import { giveUnits, type Taken } from '../../portable/sale/moveUnits.ts';
import { shiftPart, shiftUpdate } from '../../portable/sale/shiftNights.ts';
import type { MonthPart } from '../../portable/sale/stay.ts';
import type { ReliefNight } from '../reallocation/plan.ts';

/** Units of one booking on one page, and how they stand there. */
export type PageUnits = { part: MonthPart; units: number; taken: Taken };

/**
 * Gives units back on the page that a stay leaves, on condition that a night which this relieves is overbooked still: a
 * cancellation may have come first, and nobody is moved for nothing.
 */
export function leavePage({ part, units, taken }: PageUnits, relieves: ReliefNight[], now: string): PageWrite {
  const { update, condition } = giveUnits(part, units, taken, now);
  const values: Record<string, unknown> = {};
  const short = indexes(part.from, part.to).flatMap((index) => {
    const night = relieves.find(({ date }) => date === dateOf(part.month, index));
    if (!night) return [];
    values[`:f${index}`] = night.floor;
    return [`#ca[${index}] < :f${index}`];
  });
  if (short.length === 0) return { update, condition };
  const given = { tests: [condition.expression], names: condition.names, values: condition.values };
  const needed = { tests: [`(${short.join(' OR ')})`], names: { '#ca': 'available_units' }, values };
  return { update, condition: allOf([given, needed]) };
}

/** Takes units on the page that a stay moves to, on condition that every night has them without being oversold. */
export function enterPage({ part, units, taken }: PageUnits, now: string): PageWrite {
  const free = indexes(part.from, part.to).map((index) => `#ca[${index}] >= :least`);
  return {
    update: shiftUpdate(shiftPart(part, units, 'NONE', taken), now),
    condition: { expression: free.join(' AND '), names: { '#ca': 'available_units' }, values: { ':least': units } },
  };
}
