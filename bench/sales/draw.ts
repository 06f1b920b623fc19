import { dateOf, parseDay } from '../../core/portable/days/dates.ts';
import { planStay, type Stay } from '../../core/portable/sale/stay.ts';
import type { Demand } from '../generator/job.ts';

/** A whole number from `least` to `most`, inclusive. */
function drawBetween(least: number, most: number): number {
  return least + Math.floor(Math.random() * (most - least + 1));
}

/** @throws when there are none */
export function drawFrom<T>(items: T[]): T {
  const item = items[drawBetween(0, items.length - 1)];
  if (item === undefined) throw new Error('There is nothing to draw from.');
  return item;
}

/** Day of month - 1 on which all arrive who arrive on one day. */
const SAME_DAY = 13;

/** A stay in a month (`YYYY-MM`) of `days` days. Its departure lies in the same month, so one page holds all of it. */
export function drawStay(month: string, days: number, { least, most, arrivals }: Demand): Stay {
  const nights = drawBetween(least, most);
  const from = arrivals === 'same' ? SAME_DAY : drawBetween(0, days - 1 - nights);
  const arrival = parseDay(dateOf(month, from));
  const departure = parseDay(dateOf(month, from + nights));
  if (!arrival || !departure) throw new Error(`${month} is not a month of ${days} days.`);
  return planStay(arrival, departure);
}
