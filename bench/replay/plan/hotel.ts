import type { PutRoomTypeInput, SetInventoryInput } from '../../../generated/types.ts';
import type { HotelStock } from '../../client/loadHotel.ts';
import { nextMonthOf, toDate } from '../dayNumbers.ts';
import type { Reservation } from '../read/reservation.ts';
import { type Capacity, capacityOf } from './capacity.ts';
import { type Rates, ratesOf } from './rates.ts';

/** Of both hotels of the data set. */
export const TIME_ZONE = 'Europe/Lisbon';
const RESORT = 'Resort Hotel';

/**
 * Of the replayed hotels: late cancellations cost something, and a hold outlasts the replay of a day.
 * The data tells no terms: these are common ones.
 */
export const BOOKING_POLICY = {
  holdSeconds: 3_600,
  cancellation: { freeUntilDays: 7, feePercent: 0, feeNights: 1 },
} as const;

/** One hotel of the file: what is loaded of it, and where that comes from. */
export type HotelPlan = HotelStock & { capacity: Capacity[]; rates: Rates };

export type NightRange = { from: number; to: number };

/**
 * @param reservations all of one hotel: stock, occupancy and rates are the hotel's, whatever part of it is replayed
 * @param range the nights to load, `to` exclusive
 */
export function planHotel(
  hotel: string,
  reservations: Reservation[],
  range: NightRange,
  given: Record<string, number>,
): HotelPlan {
  const propertyId = propertyIdOf(hotel);
  const capacity = capacityOf(reservations, given);
  const rates = ratesOf(reservations);
  return {
    property: {
      id: propertyId,
      name: hotel,
      city: hotel === RESORT ? 'Algarve' : 'Lisbon',
      country: 'PT',
      timeZone: TIME_ZONE,
      currency: 'EUR',
      bookingPolicy: BOOKING_POLICY,
    },
    capacity,
    roomTypes: capacity.map(({ roomTypeId }, rank) => roomType(propertyId, roomTypeId, rank, reservations)),
    inventory: capacity.flatMap((entry) => inventoryOf(propertyId, entry, range, rates)),
    rates,
  };
}

/** `City Hotel` is the property `city-hotel`. */
function propertyIdOf(hotel: string): string {
  return hotel.toLowerCase().replaceAll(/[^a-z0-9]+/g, '-');
}

/** A room type takes what the largest party in it was. */
function roomType(propertyId: string, id: string, rank: number, reservations: Reservation[]): PutRoomTypeInput {
  const parties = reservations.filter(({ reserved, assigned }) => reserved === id || assigned === id);
  return {
    propertyId,
    id,
    name: `Room type ${id}`,
    rank,
    adults: parties.reduce((most, party) => Math.max(most, adultsOf(party)), 1),
    children: parties.reduce((most, { children }) => Math.max(most, children), 0),
    oversellAllowance: 0,
  };
}

/** A few rows name no adult, though someone books and arrives. */
export function adultsOf({ adults }: Reservation): number {
  return Math.max(1, adults);
}

/** One call a month, as the rate changes by month. */
function inventoryOf(propertyId: string, capacity: Capacity, range: NightRange, rates: Rates): SetInventoryInput[] {
  const { roomTypeId, units } = capacity;
  const months: SetInventoryInput[] = [];
  let from = range.from;
  while (from < range.to) {
    const to = Math.min(range.to, nextMonthOf(from));
    const rate = rates(roomTypeId, toDate(from).slice(0, 7));
    months.push({ propertyId, roomTypeId, from: toDate(from), to: toDate(to), total: units, rate });
    from = to;
  }
  return months;
}
