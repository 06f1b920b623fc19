import { randomUUID } from 'node:crypto';

type Room = { arrival: string; departure: string } & Record<string, unknown>;

/** A room of a group; everything may be overridden. */
export function roomInput(room: Room) {
  return { roomTypeId: 'DLX', guest: { name: 'Ada Lovelace', email: 'ada@example.com' }, ...room };
}

/** A BookGroupInput with an id of its own; everything may be overridden. */
export function groupInput(propertyId: string, rooms: Room[], changes: Record<string, unknown> = {}) {
  return {
    groupId: randomUUID() as string,
    propertyId,
    name: 'Analytical Society',
    contact: { name: 'Charles Babbage', email: 'charles@example.com' },
    rooms: rooms.map((room) => roomInput(room)),
    ...changes,
  };
}
