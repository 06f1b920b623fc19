import type { CalendarPage } from '../portable/items/calendarPage.ts';
import { slotOf } from './share.ts';

/** What the pieces of a run know of it. Times are ISO 8601. */
export type RunScope = {
  id: string;
  startedAt: string;
  /** Pages and bookings written since then are counted anew. */
  since: string;
  /** And all of the properties whose turn it is; see {@link slotOf}. */
  slot: number;
};

const MINUTE_MS = 60_000;
/** What follows a write has had its time by then: an event that has not arrived is lost. */
export const SETTLED_MS = 3 * MINUTE_MS;
/** So that what was too fresh to be judged by one run is looked at by the next. */
const OVERLAP_MS = SETTLED_MS + MINUTE_MS;
/** After a longer pause the daily share does the rest. */
const FURTHEST_MS = 24 * 60 * MINUTE_MS;
/** Of the first run of all. */
const FIRST_MS = 5 * MINUTE_MS;

/**
 * From when on a run looks at what was written.
 * @param now epoch milliseconds
 * @param complete when the last complete run began, ISO 8601; null before the first
 */
export function sinceOf(now: number, complete: string | null): string {
  const from = complete === null ? now - FIRST_MS : Date.parse(complete) - OVERLAP_MS;
  return new Date(Math.max(from, now - FURTHEST_MS)).toISOString();
}

/** Must the page's nights be counted anew? Months that are over are history: nobody can be moved in them. */
export function needsRecount(page: CalendarPage, { startedAt, since, slot }: RunScope): boolean {
  const isOver = page.page.slice(0, 7) < earliestToday(Date.parse(startedAt)).slice(0, 7);
  return !isOver && (page.updated_at >= since || slotOf(page.property_id) === slot);
}

/** The earliest date that it still is somewhere, `YYYY-MM-DD`. @param now epoch milliseconds */
export const earliestToday = (now: number): string => new Date(now - 12 * 60 * MINUTE_MS).toISOString().slice(0, 10);

/** Had all that follows the write its time? */
export const isSettled = (updatedAt: string, now: number, after = SETTLED_MS): boolean =>
  now - Date.parse(updatedAt) >= after;
