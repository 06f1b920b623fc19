import type { GraphqlClient } from '../../demo/client.ts';

/** A stay that can be booked as this is printed. */
export type ExampleStay = { propertyId: string; roomTypeId: string; arrival: string; departure: string };

type Properties = { properties: { items: { id: string; bookingPolicy: { mode: string; payment: string } }[] } };
type Answer = { availability: { roomTypes: { roomTypeId: string; bookable: boolean }[] } };

const FIRST_DAY = 21;
const DAYS = 60;
const NIGHTS = 2;

/**
 * Asks the API for a free stay of two nights at the first property that has one, some weeks ahead, and where guests book
 * at once without paying first.
 * @returns null when everything is sold or closed
 */
export async function exampleStay(client: GraphqlClient): Promise<ExampleStay | null> {
  const { properties } = await client<Properties>(
    '{ properties(limit: 20) { items { id bookingPolicy { mode payment } } } }',
  );
  for (const { id: propertyId, bookingPolicy } of properties.items) {
    if (bookingPolicy.mode !== 'INSTANT' || bookingPolicy.payment !== 'NONE') continue;
    for (let day = FIRST_DAY; day < FIRST_DAY + DAYS; day += 1) {
      const stay = { propertyId, arrival: dateIn(day), departure: dateIn(day + NIGHTS) };
      const { availability } = await client<Answer>(availabilityQuery(stay));
      const free = availability.roomTypes.find(({ bookable }) => bookable);
      if (free !== undefined) return { ...stay, roomTypeId: free.roomTypeId };
    }
  }
  return null;
}

/** What a stay would cost in each room type; also the query that the GraphiQL page starts with. */
export function availabilityQuery({ propertyId, arrival, departure }: Omit<ExampleStay, 'roomTypeId'>): string {
  return `query Availability {
  availability(propertyId: "${propertyId}", arrival: "${arrival}", departure: "${departure}") {
    roomTypes {
      roomTypeId
      name
      available
      bookable
      reason
      totalPrice {
        amount
        currency
      }
    }
  }
}
`;
}

const dateIn = (days: number): string => new Date(Date.now() + days * 86_400_000).toISOString().slice(0, 10);
