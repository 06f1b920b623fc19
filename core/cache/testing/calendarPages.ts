import type { CalendarPage } from '../../portable/items/calendarPage.ts';

/** Far ahead: the cache forgets what has passed. */
export const MONTH = '2090-11';

/** A page of {@link MONTH} whose size and numbers follow from its version, so that a mixture of two versions shows. */
export function pageOf(version: number, propertyId = 'p', roomTypeId = 'DLX'): CalendarPage {
  const each = (value: number) => Array.from({ length: 30 }, () => value);
  return {
    property_id: propertyId,
    page: `${MONTH}#${roomTypeId}`,
    version,
    total_units: each(100),
    available_units: each(version),
    reserved_units: each(0),
    // Some too high for three bytes.
    rate: each(version % 5 === 0 ? 20_000_000 + version : version * 100),
    min_stay: each(1).map((least, index) => (index < version % 3 ? 40 : least)),
    updated_at: '2090-01-01T00:00:00.000Z',
    expiry_time: 0,
  };
}
