import type { CalendarPage } from '../../portable/calendarPage.ts';
import type { PropertyItem, RoomTypeItem } from '../../portable/catalog.ts';
import type { StayBooking } from '../reallocation/booking.ts';
import { distanceKm, type Place } from '../../places/distance.ts';
import { bestOffer, type Offer } from './bestOffer.ts';

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

/** Where a booking's guest could be walked. */
export type SisterProposal = {
  booking_id: string;
  property_id: string;
  room_type_id: string;
  /** As the crow flies, to 100 m; null where either place is unknown. */
  distance_km: number | null;
  /** What the sister sells the stay for, all units and nights, in minor units: the property's cost, not the guest's. */
  price: { amount: number; currency: string };
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
  { property_id, currency, ...at }: PropertyItem,
  { booking_id }: StayBooking,
  { room_type_id, amount }: Offer,
): SisterProposal {
  const [here, there] = [placeOf(origin), placeOf(at)];
  const distance_km = here && there ? Math.round(distanceKm(here, there) * 10) / 10 : null;
  return { booking_id, property_id, room_type_id, distance_km, price: { amount, currency } };
}

function placeOf({ latitude, longitude }: Pick<PropertyItem, 'latitude' | 'longitude'>): Place | null {
  return latitude == null || longitude == null ? null : { latitude, longitude };
}

function byNearest(a: SisterProposal, b: SisterProposal): number {
  const near = a.distance_km ?? Number.MAX_VALUE;
  const far = b.distance_km ?? Number.MAX_VALUE;
  if (near !== far) return near < far ? -1 : 1;
  if (a.price.amount !== b.price.amount) return a.price.amount - b.price.amount;
  return a.property_id < b.property_id ? -1 : 1;
}
