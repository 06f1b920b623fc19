import type { SellablePage } from '../portable/calendarPage.ts';
import { fitsParty, type Party } from '../portable/party.ts';
import { freeUnits, MOST_AMOUNT, nightsOf, totalPrice } from '../portable/quote.ts';
import { stayRefusal } from '../portable/refusal.ts';
import { leavesInNextMonth, type Stay } from '../portable/stay.ts';
import type { RoomTypeSummary } from './propertySummary.ts';

/** A room type that can be booked. `amount` in minor units, for all units and nights. */
export type Offer = { roomType: RoomTypeSummary; available: number; amount: number };

/** A room type's page of a month (`YYYY-MM`); null where there is none. */
export type PageOf = (roomTypeId: string, month: string) => SellablePage | null;

export type Wanted = Party & { units: number };

/** The room types that can sell the stay to the party, the cheapest first; of equal price the better first, then by id. */
export function offersOf(roomTypes: RoomTypeSummary[], pageOf: PageOf, stay: Stay, wanted: Wanted): Offer[] {
  return roomTypes
    .filter((roomType) => fitsParty(roomType, wanted))
    .flatMap((roomType) => offerOf(roomType, pageOf, stay, wanted.units) ?? [])
    .sort(byPrice);
}

function offerOf(roomType: RoomTypeSummary, pageOf: PageOf, stay: Stay, units: number): Offer | null {
  const pages = stay.parts.map(({ month }) => pageOf(roomType.id, month));
  const departurePage = leavesInNextMonth(stay) ? pageOf(roomType.id, stay.departureMonth) : null;
  if (stayRefusal(pages, departurePage, stay, { units, oversellAllowance: roomType.oversellAllowance })) return null;
  const nights = nightsOf(pages, stay);
  const amount = totalPrice(nights, stay.nights, units);
  if (amount === null || amount > MOST_AMOUNT) return null;
  return { roomType, available: freeUnits(nights, stay.nights), amount };
}

function byPrice(a: Offer, b: Offer): number {
  return a.amount - b.amount || b.roomType.rank - a.roomType.rank || (a.roomType.id < b.roomType.id ? -1 : 1);
}
