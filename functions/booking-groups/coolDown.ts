import { setTimeout as delay } from 'node:timers/promises';
import type { CalendarPage } from '../../core/portable/items/calendarPage.ts';
import { isHot } from '../../core/portable/sale/hot.ts';

/** Then it looks again: a line may be served sooner or later than was said. */
const LONGEST_MS = 1_000;

/**
 * Waits where others stand in line for one of the pages, so that nothing is sold past them. A group does not stand in line
 * itself: a line is of one room type and its worker settles each booking by itself, whereas a group wants all of its rooms
 * or none, of several lines at once, and would have to keep units for itself while it waits for the rest. So it comes after
 * those who stand there, and who comes later may be served before it; it goes back with BookingContention where a crowd
 * does not end.
 * @param now epoch milliseconds
 * @returns whether there was anybody
 */
export async function coolDown(pages: CalendarPage[], now: number): Promise<boolean> {
  const hot = pages.filter((page) => isHot(page, now));
  if (hot.length === 0) return false;
  const until = Math.max(...hot.map((page) => page.hot_until ?? now));
  await delay(Math.min(LONGEST_MS, until - now));
  return true;
}
