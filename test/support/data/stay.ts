import { randomUUID } from 'node:crypto';

type Stay = { propertyId: string; arrival: string; departure: string } & Record<string, unknown>;

/** A BookRoomInput with an id of its own; everything may be overridden. */
export function stayInput(stay: Stay) {
  return {
    bookingId: randomUUID(),
    roomTypeId: 'DLX',
    guest: { name: 'Ada Lovelace', email: 'ada@example.com' },
    ...stay,
  };
}
