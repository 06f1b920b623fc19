import { parseDay } from '../portable/days/dates.ts';
import { leavesInNextMonth, planStay, type Stay } from '../portable/sale/stay.ts';
import { pageId, type PageRef, pageRef } from './pageRef.ts';
import type { QueuedBooking } from './queuedBooking.ts';

/** The calendar pages that a request needs. */
export type Needs = {
  stay: Stay;
  /** One for each part of the stay, in order. */
  nights: PageRef[];
  /** The departure day's page where the stay takes no night of it; it need not exist. */
  departure: PageRef | null;
};

export function needsOf(request: QueuedBooking): Needs {
  const { property_id, room_type_id, arrival, departure } = request;
  const stay = planStay(parseDay(arrival)!, parseDay(departure)!);
  const ref = (month: string) => pageRef(property_id, month, room_type_id);
  return {
    stay,
    nights: stay.parts.map((part) => ref(part.month)),
    departure: leavesInNextMonth(stay) ? ref(stay.departureMonth) : null,
  };
}

/** Every page that the request's transaction writes or checks. */
export function touchedPages(needs: Needs): PageRef[] {
  return needs.departure ? [...needs.nights, needs.departure] : needs.nights;
}

/** The pages to read, consistently, before the requests are planned; each once. */
export function pagesToRead(requests: QueuedBooking[]): PageRef[] {
  const refs = requests.flatMap((request) => touchedPages(needsOf(request)));
  return [...new Map(refs.map((ref) => [pageId(ref), ref])).values()];
}
