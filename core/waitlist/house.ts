import { type CalendarPage, pageKey } from '../portable/items/calendarPage.ts';
import type { PageChange } from '../portable/lifecycle/change.ts';

/** Calendar pages of one property by their keys; null for one that is not loaded. */
export type House = ReadonlyMap<string, CalendarPage | null>;

/**
 * The house once nights have gained and lost what the changes say; the same pages are shared, not written to.
 * @returns null where a page is not there, or does not hold what is to be held no longer
 */
export function changed(house: House, changes: readonly PageChange[]): House | null {
  const next = new Map(house);
  for (const { month, roomTypeId, shifts } of changes) {
    const key = pageKey(month, roomTypeId);
    const page = next.get(key);
    if (!page) return null;
    const available_units = [...page.available_units];
    const reserved_units = [...page.reserved_units];
    for (const { index, available, held } of shifts) {
      available_units[index] += available;
      reserved_units[index] += held;
      if (held < 0 && reserved_units[index] < 0) return null;
    }
    next.set(key, { ...page, available_units, reserved_units });
  }
  return next;
}
