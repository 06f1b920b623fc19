import type { SellablePage } from '../portable/items/calendarPage.ts';
import { fitsParty, type Party } from '../portable/sale/party.ts';
import type { Stay } from '../portable/sale/stay.ts';
import type { RoomTypeSummary } from './propertySummary.ts';
import { stayOffer } from './stayOffer.ts';

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
  const { id, oversellAllowance } = roomType;
  const offer = stayOffer((month) => pageOf(id, month), stay, { units, oversellAllowance });
  return offer && { roomType, ...offer };
}

function byPrice(a: Offer, b: Offer): number {
  return a.amount - b.amount || b.roomType.rank - a.roomType.rank || (a.roomType.id < b.roomType.id ? -1 : 1);
}
