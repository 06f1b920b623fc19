import { HORIZON_DAYS } from '../../core/inventory/horizon.ts';
import { type Day, dayNumber, indexes, parseDay, weekday } from '../../core/portable/days/dates.ts';
import type { Refusal } from '../../core/portable/errors.ts';
import { pastRefusal } from '../../core/portable/days/past.ts';
import { monthParts } from '../../core/portable/sale/stay.ts';
import type { SetInventoryInput, Weekday } from '../../generated/types.ts';
import { localDate } from '../shared/localDate.ts';

/** The nights (indexes) of one month; `nights` are those the weekdays let through. */
export type PagePlan = { month: string; from: number; to: number; nights: number[] };

const WEEKDAYS: Weekday[] = ['MONDAY', 'TUESDAY', 'WEDNESDAY', 'THURSDAY', 'FRIDAY', 'SATURDAY', 'SUNDAY'];

/** The pages a change reaches. Refuses nights that are over at the property, and those beyond the horizon. */
export function planPages(
  input: SetInventoryInput,
  timeZone: string,
  now: Date,
): { pages: PagePlan[] } | { refusal: Refusal } {
  const from = parseDay(input.from);
  const to = parseDay(input.to);
  if (!from || !to) throw new Error('The resolver lets only dates through.');
  const today = localDate(now, timeZone);
  const past = pastRefusal('from', input.from, today);
  if (past) return { refusal: past };
  if (dayNumber(to) > dayNumber(parseDay(today)!) + HORIZON_DAYS)
    return refuse(`to ${input.to} lies more than three years ahead.`);
  const pages = monthParts(from, to).map((part) => ({
    ...part,
    nights: indexes(part.from, part.to).filter((index) => isWanted(part.month, index, input.weekdays ?? WEEKDAYS)),
  }));
  return { pages };
}

function isWanted(month: string, index: number, weekdays: Weekday[]): boolean {
  const [year, monthOfYear] = month.split('-').map(Number);
  const day: Day = { year, month: monthOfYear, day: index + 1 };
  return weekdays.includes(WEEKDAYS[weekday(day)]);
}

function refuse(message: string): { refusal: Refusal } {
  return { refusal: { type: 'InvalidInput', message } };
}
