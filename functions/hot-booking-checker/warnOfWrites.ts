import { rateWarnings, recentWrites, type WriteMark } from '../../core/overbooking/detection/writeRate.ts';
import type { CalendarPage } from '../../core/portable/items/calendarPage.ts';
import { logger } from '../shared/logger.ts';
import { measure } from '../shared/measure.ts';
import { config } from './config.ts';

/** A write of a page, at epoch seconds as the stream tells it. */
export type Written = { page: CalendarPage; seconds: number | undefined };

const QUIET_MS = 60_000;
const MOST_PAGES = 5_000;

/** The writes of the last minute by page, as far as this instance has seen them: the writes of a page come to one lane. */
const seen = new Map<string, { marks: WriteMark[]; warnedAt: number }>();

/** Warns of pages that are written more often than the setting allows, each once a minute. */
export function warnOfWrites(written: Written[], now = Date.now()): void {
  const marks = written.map(({ page: { property_id, page, version }, seconds }) => {
    return { property_id, page, version, at: seconds === undefined ? now : seconds * 1_000 };
  });
  for (const [key, latest] of Map.groupBy(marks, ({ property_id, page }) => `${property_id}#${page}`)) {
    const known = seen.get(key) ?? { marks: [], warnedAt: -Infinity };
    known.marks = recentWrites([...known.marks, ...latest]);
    seen.set(key, known);
    const [warning] = rateWarnings(known.marks, config.mostWrites);
    if (!warning || now - known.warnedAt < QUIET_MS) continue;
    known.warnedAt = now;
    logger.warn('hot page', warning);
    measure('HotPages', 1);
  }
  if (seen.size > MOST_PAGES) forgetQuiet(now);
}

function forgetQuiet(now: number): void {
  for (const [key, { marks }] of seen) {
    if (marks.every(({ at }) => now - at >= QUIET_MS)) seen.delete(key);
  }
}
