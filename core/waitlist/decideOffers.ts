import { parseDay } from '../portable/days/dates.ts';
import { pageKey } from '../portable/items/calendarPage.ts';
import type { WaitlistItem } from '../portable/items/waitlist.ts';
import type { PageChange } from '../portable/lifecycle/change.ts';
import { priceRefusal } from '../portable/sale/price.ts';
import { nightsOf } from '../portable/sale/quote.ts';
import { stayRefusal } from '../portable/sale/refusal.ts';
import { shiftPart } from '../portable/sale/shiftNights.ts';
import { planStay, type Stay } from '../portable/sale/stay.ts';
import { changed, type House } from './house.ts';

/** Who is offered a stay, at the rates of its pages: minor units for one unit night by night, and for all. */
export type Offered = { place: WaitlistItem; nightlyRates: number[]; total: number };

/** @property today the date where the property is, `YYYY-MM-DD`; @property most picks at a time */
export type Terms = { oversellAllowance: number; currency: string; today: string; most: number };

/**
 * Who of a line is offered what is free: in the order in which they joined, each whose whole stay can be sold as it is asked for. One
 * that does not fit keeps its place and holds up nobody behind it: a unit that it can't use would stay empty.
 * @param line of one room type
 * @param house with the pages of all its stays, as they are once everything else is done
 */
export function decideOffers(line: readonly WaitlistItem[], house: House, terms: Terms): Offered[] {
  const picks: Offered[] = [];
  let left = house;
  for (const place of line) {
    if (picks.length === terms.most) break;
    const pick = place.arrival < terms.today ? null : pickOf(place, left, terms);
    if (!pick) continue;
    picks.push(pick);
    left = changed(left, takesOf(place))!;
  }
  return picks;
}

/** What a stay takes of its pages as it is offered. */
export function takesOf(place: WaitlistItem): PageChange[] {
  return stayOf(place).parts.map((part) => ({
    month: part.month,
    roomTypeId: place.room_type_id,
    shifts: shiftPart(part, place.units, 'NONE', 'HELD'),
  }));
}

function stayOf({ arrival, departure }: WaitlistItem): Stay {
  return planStay(parseDay(arrival)!, parseDay(departure)!);
}

function pickOf(place: WaitlistItem, house: House, { oversellAllowance, currency }: Terms): Offered | null {
  const stay = stayOf(place);
  const pageOf = (month: string) => house.get(pageKey(month, place.room_type_id)) ?? null;
  const pages = stay.parts.map(({ month }) => pageOf(month));
  const { units } = place;
  if (stayRefusal(pages, pageOf(stay.departureMonth), stay, { units, oversellAllowance })) return null;
  const nightlyRates = nightsOf(pages, stay).map(({ rate }) => rate ?? 0);
  const total = nightlyRates.reduce((sum, rate) => sum + rate * units, 0);
  return priceRefusal(total, null, currency) ? null : { place, nightlyRates, total };
}
