import { NO_RATE, pageKey } from '../portable/items/calendarPage.ts';
import { dayNumber, daysInMonth } from '../portable/days/dates.ts';
import type { StoredPage } from './change.ts';

const DAY_SECONDS = 86_400;
/** How long a past month's page is kept, for audits and late cancellations. */
const RETENTION_DAYS = 400;

/** A month of which nothing is loaded: no units, no rate. Version 0, as nothing was written yet. */
export function emptyPage(propertyId: string, roomTypeId: string, month: string, now: string): StoredPage {
  const [year, monthOfYear] = month.split('-').map(Number);
  const days = daysInMonth(year, monthOfYear);
  const nights = (value: number) => new Array<number>(days).fill(value);
  return {
    property_id: propertyId,
    page: pageKey(month, roomTypeId),
    version: 0,
    total_units: nights(0),
    available_units: nights(0),
    reserved_units: nights(0),
    rate: nights(NO_RATE),
    min_stay: nights(1),
    updated_at: now,
    expiry_time: (dayNumber({ year, month: monthOfYear, day: 1 }) + days + RETENTION_DAYS) * DAY_SECONDS,
  };
}
