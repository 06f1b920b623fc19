import { type Day, dayNumber, daysInMonth, formatDay, previousDay } from '../portable/days/dates.ts';

/** Both inclusive, `YYYY-MM-DD`. */
export type ArrivalRange = { first: string; last: string };

/** The longest stay that can be booked: its last night may lie so long after its arrival. */
const LONGEST_STAY = 90;
/** Months apart from which on two short ranges read less than one long one. */
const APART = 5;

/** When those arrive who may have nights in the months (`YYYY-MM`), in as few ranges as is sensible. */
export function arrivalRanges(months: Iterable<string>): ArrivalRange[] {
  const numbers = [...new Set(months)].map(monthNumber).sort((a, b) => a - b);
  const runs: [from: number, to: number][] = [];
  for (const number of numbers) {
    const run = runs.at(-1);
    if (run && number - run[1] < APART) run[1] = number;
    else runs.push([number, number]);
  }
  return runs.map(([from, to]) => ({ first: formatDay(before(firstDay(from))), last: formatDay(lastDay(to)) }));
}

const monthNumber = (month: string): number => Number(month.slice(0, 4)) * 12 + Number(month.slice(5, 7)) - 1;

const firstDay = (number: number): Day => ({ year: Math.floor(number / 12), month: (number % 12) + 1, day: 1 });

function lastDay(number: number): Day {
  const { year, month } = firstDay(number);
  return { year, month, day: daysInMonth(year, month) };
}

/** The earliest arrival of a stay whose last night is the day or later. */
function before(day: Day): Day {
  const earliest = dayNumber(day) - LONGEST_STAY + 1;
  let at = day;
  while (dayNumber(at) > earliest) at = previousDay(at);
  return at;
}
