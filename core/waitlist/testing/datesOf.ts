import { dateAt } from './samples.ts';

/** Dates from..to-1, counted as samples are. */
export const datesOf = (from: number, to: number): string[] =>
  Array.from({ length: to - from }, (_, at) => dateAt(from + at));
