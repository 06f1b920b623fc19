import { type CalendarPage, calendarNight } from '../../core/portable/items/calendarPage.ts';
import { dateOf } from '../../core/portable/days/dates.ts';
import type { RoomTypeCalendarInput } from '../../generated/types.ts';
import { publisher } from '../shared/api/publisher.ts';
import { config } from './config.ts';
import type { PageChange } from './pageChange.ts';
import { readPage } from './readPage.ts';

/** Every field that a subscriber may want: AppSync hands on what the mutation selects. */
const PUBLISH = `mutation Publish($input: RoomTypeCalendarInput!) {
  publishAvailabilityChange(input: $input) {
    propertyId roomTypeId
    nights { date total available held sold rate closed closedToArrival closedToDeparture minStay }
  }
}`;

const send = publisher(config);

/**
 * Tells subscribers of the nights that changed, with all that they show.
 * @param isOld whether the cache knows a newer page: then the nights are told as they are now, so that what comes late
 *   never makes a subscriber believe what has long changed
 */
export async function publishChange({ page, entry, nights }: PageChange, isOld: boolean): Promise<void> {
  if (nights.size === 0) return;
  const current = isOld ? await readPage(page) : page;
  if (!current) return;
  const input: RoomTypeCalendarInput = {
    propertyId: entry.propertyId,
    roomTypeId: entry.roomTypeId,
    nights: shown(current, entry.month, nights),
  };
  await send(PUBLISH, { input });
}

const shown = (page: CalendarPage, month: string, nights: ReadonlySet<number>) =>
  [...nights].sort((a, b) => a - b).map((index) => calendarNight(page, index, dateOf(month, index)));
