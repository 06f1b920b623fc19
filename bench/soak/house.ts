import { randomUUID } from 'node:crypto';
import { DateTime } from 'luxon';
import type { HotelStock } from '../client/loadHotel.ts';

const ROOMS = ['A', 'B'];
/** From today on, so that no stay leaves them. */
const NIGHTS = 40;

/** How a house is booked: at once, by request, or by hold and payment. */
export type HouseKind = 'INSTANT' | 'ON_REQUEST' | 'PREPAID';

export type House = { propertyId: string; today: string; kind: HouseKind; stock: HotelStock };

/**
 * A house with few rooms, so that guests are in one another's way, and holds so short that some run out.
 * @param holdSeconds of holds and, twice as long, of requests
 */
export function newHouse(kind: HouseKind, units: number, holdSeconds: number): House {
  const propertyId = `soak-${randomUUID()}`;
  const timeZone = calmTimeZone();
  const today = DateTime.now().setZone(timeZone).toISODate()!;
  const to = DateTime.fromISO(today).plus({ days: NIGHTS }).toISODate()!;
  return {
    propertyId,
    today,
    kind,
    stock: {
      property: {
        id: propertyId,
        name: 'Soak House',
        city: 'Porto',
        country: 'PT',
        currency: 'EUR',
        timeZone,
        bookingPolicy: {
          mode: kind === 'ON_REQUEST' ? kind : 'INSTANT',
          payment: kind === 'PREPAID' ? 'STRIPE' : 'NONE',
          holdSeconds,
          paymentSeconds: holdSeconds,
          waitlistSeconds: holdSeconds,
          requestSeconds: holdSeconds * 2,
          cancellation: { freeUntilDays: 3, feeNights: 1 },
        },
      },
      roomTypes: ROOMS.map((id) => ({ propertyId, id, name: id, rank: 1, adults: 2, children: 1 })),
      inventory: ROOMS.map((roomTypeId, at) => {
        return { propertyId, roomTypeId, from: today, to, total: units, rate: 10_000 + at * 1_000 };
      }),
    },
  };
}

/** Where the day does not end soon: what is today stays today while somebody is busy. */
export function calmTimeZone(): string {
  const hour = DateTime.utc().hour;
  return hour < 16 ? 'UTC' : 'Asia/Tokyo';
}

/** `YYYY-MM-DD`, so many days after another. */
export function dayAfter(date: string, days: number): string {
  return DateTime.fromISO(date).plus({ days }).toISODate()!;
}
