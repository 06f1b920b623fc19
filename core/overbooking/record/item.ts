import { OVERBOOKING_LISTING, overbookingKey, overbookingListingPrefix } from '../../portable/items/operations.ts';
import { dayNumber, parseDay } from '../../portable/days/dates.ts';
import type { Overbooking } from '../../portable/items/overbooking.ts';

const DAY_SECONDS = 86_400;
/** As long as the calendar page of the night. */
const RETENTION_DAYS = 400;

/** A record as the operations table keeps it, with its keys, and when it may be forgotten. */
export function overbookingItem(record: Overbooking) {
  const { property_id, date, room_type_id, status, detected_at, overbooking_id } = record;
  return {
    ...record,
    ...overbookingKey(property_id, date, room_type_id),
    listing: OVERBOOKING_LISTING,
    listing_key: `${overbookingListingPrefix(status)}${detected_at}#${overbooking_id}`,
    expiry_time: (dayNumber(parseDay(date)!) + RETENTION_DAYS) * DAY_SECONDS,
  };
}
