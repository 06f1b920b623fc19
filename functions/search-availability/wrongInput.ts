import { HORIZON_DAYS } from '../../core/inventory/horizon.ts';
import { dayNumber, parseDay } from '../../core/portable/days/dates.ts';
import type { Search } from '../../core/search/search.ts';

const ID = /^[A-Za-z0-9_-]{1,64}$/;
const DAY_MS = 86_400_000;

/**
 * What is wrong with a search beyond what the resolver has looked at, in words; null where nothing is. No stay beyond the
 * calendar's horizon gets as far as the cache, which would remember each month asked for until it is over.
 */
export function wrongInput({ propertyIds, departure }: Search, now = Date.now()): string | null {
  const wrong = (propertyIds ?? []).find((id) => !ID.test(id));
  if (wrong !== undefined) return `propertyIds: ${wrong.slice(0, 64)} is no id of a property.`;
  const day = parseDay(departure);
  // One day more: it may be tomorrow already where the property is.
  const last = Math.floor(now / DAY_MS) + 1 + HORIZON_DAYS;
  return day && dayNumber(day) <= last ? null : `departure ${departure} lies more than three years ahead.`;
}
