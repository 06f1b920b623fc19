import { dateOf, indexes, parseDay } from '../portable/days/dates.ts';
import { type MonthPart, monthParts } from '../portable/sale/stay.ts';

/** First day and last, exclusive; `YYYY-MM-DD`. */
export type DateRange = { arrival: string; departure: string };

/** The nights of a stay, month by month, of a booking whose dates were checked when it was made. */
export function stayParts({ arrival, departure }: DateRange): MonthPart[] {
  return monthParts(parseDay(arrival)!, parseDay(departure)!);
}

/** The nights of a stay as dates, in order. */
export function stayDates(range: DateRange): string[] {
  return stayParts(range).flatMap(({ month, from, to }) => indexes(from, to).map((index) => dateOf(month, index)));
}
