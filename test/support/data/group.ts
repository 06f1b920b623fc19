import { randomUUID } from 'node:crypto';
import type { BookingPolicyInput } from '../../../generated/types.ts';
import { BOOK_GROUP, CANCEL_GROUP, GROUP } from '../api/groups.ts';
import { get, type User } from '../cloud/cloud.ts';
import { monthAhead, plusDays } from './days.ts';
import { grid, newProperty } from './property.ts';

/** Nights over a month end. */
export const from = plusDays(monthAhead(4), -4);
export const to = plusDays(from, 9);
export const stay = { arrival: plusDays(from, 1), departure: plusDays(from, 4) };
export const roomTypes = [{ id: 'DLX' }, { id: 'STE', adults: 4 }];
export const ADA = { name: 'Ada Lovelace', email: 'ada@example.com', phone: null };
export const MARY = { name: 'Mary Somerville', email: 'mary@example.com', phone: null };

/** Three units of one room type, of which two are together, and a longer stay of another one. */
export const threeRooms = [
  { ...stay, units: 2 },
  { ...stay, arrival: plusDays(stay.arrival, 1), guest: MARY },
  { ...stay, departure: plusDays(stay.departure, 2), roomTypeId: 'STE', adults: 4 },
];

type Room = { arrival: string; departure: string } & Record<string, unknown>;

/** A BookGroupInput with an id of its own; everything may be overridden. */
export function groupInput(propertyId: string, rooms: Room[], changes: Record<string, unknown> = {}) {
  return {
    groupId: randomUUID() as string,
    propertyId,
    name: 'Analytical Society',
    contact: { name: 'Charles Babbage', email: 'charles@example.com' },
    rooms: rooms.map((room) => ({ roomTypeId: 'DLX', guest: ADA, ...room })),
    ...changes,
  };
}

/** A property of both room types. @param total units of each on every night */
export const house = (total = 3, bookingPolicy?: BookingPolicyInput): Promise<string> =>
  newProperty({ from, to, total, roomTypes, bookingPolicy });

export const book = async (user: User, input: object) => (await get(user, BOOK_GROUP, { input })).bookGroup;
export const show = async (user: User, id: string) => (await get(user, GROUP, { id })).bookingGroup;
export const cancel = async (user: User, id: string, how = {}) =>
  (await get(user, CANCEL_GROUP, { id, ...how })).cancelGroup;

/** Units sold, night by night. */
export const sold = async (propertyId: string, roomTypeId = 'DLX'): Promise<string> =>
  (await grid(propertyId, from, to, roomTypeId)).map((night) => night.sold).join('');
