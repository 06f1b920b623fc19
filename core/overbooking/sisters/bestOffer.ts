import { type CalendarPage, pageKey } from '../../portable/items/calendarPage.ts';
import type { RoomTypeItem } from '../../portable/items/catalog.ts';
import { parseDay } from '../../portable/days/dates.ts';
import { fitsParty } from '../../portable/sale/party.ts';
import { planStay } from '../../portable/sale/stay.ts';
import { stayOffer } from '../../search/stayOffer.ts';
import type { StayBooking } from '../reallocation/booking.ts';

/** A room type that could take a stay. `amount` in minor units, for all units and nights. */
export type Offer = { room_type_id: string; rank: number; amount: number };

type Stock = { roomTypes: RoomTypeItem[]; pages: CalendarPage[] };

/**
 * The room type of another property that takes a booking whole: the party fits, all nights are free without overselling
 * any, and nothing refuses the stay, as it would be a new sale there. Its rank is no lower: sisters need not rank alike,
 * but it is the one order there is, and nobody should be walked to less. The lowest such rank, then the cheapest, then
 * by id.
 */
export function bestOffer({ roomTypes, pages }: Stock, booking: StayBooking, rank: number): Offer | null {
  const stay = planStay(parseDay(booking.arrival)!, parseDay(booking.departure)!);
  const byKey = new Map(pages.map((page) => [page.page, page]));
  const [best] = roomTypes
    .filter((roomType) => roomType.rank >= rank && fitsParty(roomType, booking))
    .flatMap(({ room_type_id, rank: itsRank }) => {
      const pageOf = (month: string) => byKey.get(pageKey(month, room_type_id)) ?? null;
      const offer = stayOffer(pageOf, stay, { units: booking.units, oversellAllowance: 0 });
      return offer ? [{ room_type_id, rank: itsRank, amount: offer.amount }] : [];
    })
    .sort(bySmallestUpgrade);
  return best ?? null;
}

function bySmallestUpgrade(a: Offer, b: Offer): number {
  return a.rank - b.rank || a.amount - b.amount || (a.room_type_id < b.room_type_id ? -1 : 1);
}
