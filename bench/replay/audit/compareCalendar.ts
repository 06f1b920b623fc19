import { type CalendarPage, calendarNight, pageKey } from '../../../core/portable/items/calendarPage.ts';
import type { CalendarNight } from '../../../generated/types.ts';
import type { GraphqlClient } from '../../client/graphqlClient.ts';
import type { Session } from '../../client/session.ts';
import { toDate, toDayNumber } from '../dayNumbers.ts';
import type { Difference } from './recount.ts';

const CALENDAR = `query($propertyId: ID!, $from: AWSDate!, $to: AWSDate!) {
  calendar(propertyId: $propertyId, from: $from, to: $to) {
    roomTypeId nights { date total available held sold rate closed closedToArrival closedToDeparture minStay }
  }
}`;

/** What the `calendar` field takes at most. */
const WINDOW_NIGHTS = 92;

type Calendar = { roomTypeId: string; nights: CalendarNight[] }[];
type Range = { from: string; to: string };

/**
 * Asks the API for the whole range of a property and holds every night against the pages of the table.
 * @returns how many nights of room types were compared, and what differs
 */
export async function compareCalendar(
  source: { client: GraphqlClient; staff: Session },
  propertyId: string,
  range: Range,
  pages: CalendarPage[],
): Promise<{ nights: number; differences: Difference[] }> {
  const byKey = new Map(pages.filter((page) => page.property_id === propertyId).map((page) => [page.page, page]));
  const differences: Difference[] = [];
  let nights = 0;
  for (const window of windows(range)) {
    const answer = await source.client.send<{ calendar: Calendar }>(
      CALENDAR,
      { propertyId, ...window },
      await source.staff.idToken(),
    );
    if (answer.kind !== 'ok') throw new Error(`calendar of ${propertyId} from ${window.from}: ${answer.message}`);
    const { calendar } = answer.data;
    nights += calendar.reduce((sum, roomType) => sum + roomType.nights.length, 0);
    differences.push(...calendar.flatMap((roomType) => compareRoomType(roomType, byKey)));
  }
  return { nights, differences };
}

/** Ranges of as many nights as one request takes. */
export function windows(range: Range): Range[] {
  const end = toDayNumber(range.to);
  const parts: Range[] = [];
  for (let from = toDayNumber(range.from); from < end; from += WINDOW_NIGHTS) {
    parts.push({ from: toDate(from), to: toDate(Math.min(end, from + WINDOW_NIGHTS)) });
  }
  return parts;
}

function compareRoomType({ roomTypeId, nights }: Calendar[number], pages: Map<string, CalendarPage>): Difference[] {
  return nights.flatMap((night) => {
    const key = pageKey(night.date.slice(0, 7), roomTypeId);
    const page = pages.get(key);
    if (!page) return [`The API shows ${night.date} of ${roomTypeId}, but there is no page ${key}.`];
    const wanted = calendarNight(page, Number(night.date.slice(8)) - 1, night.date);
    const wrong = (Object.keys(wanted) as (keyof typeof wanted)[]).filter((field) => night[field] !== wanted[field]);
    return wrong.map(
      (field) =>
        `The API shows ${field} ${night[field]} for ${roomTypeId} on ${night.date}, the table ${wanted[field]}.`,
    );
  });
}
