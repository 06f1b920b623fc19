import type { CalendarPage } from '../portable/items/calendarPage.ts';
import type { Refusal } from '../portable/errors.ts';
import { partyRefusal } from '../portable/sale/party.ts';
import { pastRefusal } from '../portable/days/past.ts';
import { priceRefusal } from '../portable/sale/price.ts';
import { nightsOf } from '../portable/sale/quote.ts';
import { stayRefusal } from '../portable/sale/refusal.ts';
import type { RoomTypeTerms } from './hotel.ts';
import type { Needs } from './needs.ts';
import { pageId, type PageRef } from './pageRef.ts';
import type { QueuedBooking } from './queuedBooking.ts';

export type Grant = {
  request: QueuedBooking;
  needs: Needs;
  /** Minor units for one unit, night by night. */
  nightlyRates: number[];
  /** Minor units for all nights and units. */
  total: number;
};

export type Refused = { request: QueuedBooking; refusal: Refusal };
export type Verdict = { kind: 'granted'; grant: Grant } | { kind: 'refused'; refused: Refused };

/** @param today the date where the property is; absent where the catalog does not know it */
export type Terms = { roomType: RoomTypeTerms | undefined; today: string | undefined };

/** May the request have its stay, as the pages are now? */
export function decideRequest(
  request: QueuedBooking,
  needs: Needs,
  shelf: ReadonlyMap<string, CalendarPage>,
  { roomType, today }: Terms,
): Verdict {
  const refuse = (refusal: Refusal): Verdict => ({ kind: 'refused', refused: { request, refusal } });
  if (!roomType || !today) return refuse({ type: 'NotFound', message: 'The property has no such room type.' });
  const get = (ref: PageRef) => shelf.get(pageId(ref)) ?? null;
  const pages = needs.nights.map(get);
  const departurePage = needs.departure ? get(needs.departure) : null;
  const wish = { units: request.units, oversellAllowance: roomType.oversell_allowance };
  const why =
    // It may have waited past midnight.
    pastRefusal('arrival', request.arrival, today) ??
    partyRefusal(roomType, request) ??
    stayRefusal(pages, departurePage, needs.stay, wish);
  if (why) return refuse(why);
  const nightlyRates = nightsOf(pages, needs.stay).map((night) => night.rate ?? 0);
  const total = nightlyRates.reduce((sum, rate) => sum + rate * request.units, 0);
  const dear = priceRefusal(total, request.expected_total, request.currency);
  return dear ? refuse(dear) : { kind: 'granted', grant: { request, needs, nightlyRates, total } };
}
