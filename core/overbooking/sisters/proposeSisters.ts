import type { CalendarPage } from '../../portable/items/calendarPage.ts';
import type { PropertyItem, RoomTypeItem } from '../../portable/items/catalog.ts';
import type { SisterProposal } from '../../portable/items/overbooking.ts';
import type { StayBooking } from '../reallocation/booking.ts';
import { bestOffer, type Offer } from './bestOffer.ts';
import { distanceBetween } from './nearest.ts';

/** A property with what it could offer: all its room types, and their pages for the nights and the day of departure. */
export type Sister = { property: PropertyItem; roomTypes: RoomTypeItem[]; pages: CalendarPage[] };

export type SisterRequest = {
  /** Where the guest is sold. */
  origin: PropertyItem;
  booking: StayBooking;
  /** Of the room type the booking has. */
  rank: number;
  /** Properties of other groups are passed over. */
  sisters: Sister[];
};

const MOST_PROPOSALS = 2;

/**
 * Up to two sister properties of the same group that could take the booking whole, nearest first, then cheapest by the
 * number, then by id; those of unknown distance last. One room type each; see {@link bestOffer}.
 */
export function proposeSisters({ origin, booking, rank, sisters }: SisterRequest): SisterProposal[] {
  return sisters
    .filter(({ property }) => isSister(origin, property))
    .flatMap((sister) => {
      const offer = bestOffer(sister, booking, rank);
      return offer ? [proposal(origin, sister.property, booking, offer)] : [];
    })
    .sort(byNearest)
    .slice(0, MOST_PROPOSALS);
}

function isSister(origin: PropertyItem, other: PropertyItem): boolean {
  return other.property_id !== origin.property_id && origin.group_id != null && other.group_id === origin.group_id;
}

function proposal(
  origin: PropertyItem,
  sister: PropertyItem,
  { booking_id }: StayBooking,
  { room_type_id, amount }: Offer,
): SisterProposal {
  const { property_id, currency } = sister;
  const distance_km = distanceBetween(origin, sister);
  return { booking_id, property_id, room_type_id, distance_km, price: { amount, currency } };
}

function byNearest(a: SisterProposal, b: SisterProposal): number {
  const near = a.distance_km ?? Number.MAX_VALUE;
  const far = b.distance_km ?? Number.MAX_VALUE;
  if (near !== far) return near < far ? -1 : 1;
  if (a.price.amount !== b.price.amount) return a.price.amount - b.price.amount;
  return a.property_id < b.property_id ? -1 : 1;
}
