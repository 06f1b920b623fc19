import type { GroupRoomInput } from '../../../generated/types.ts';
import { checkGuest } from './checkGuest.ts';
import { checkId, checkNights, checkRange, MOST_NIGHTS, MOST_UNITS } from './checks.ts';

/** One room of a group. @param place in the list, from 1: errors name it */
export function checkGroupRoom(room: GroupRoomInput, place: number): void {
  const nameOf = (field: string): string => `${field} of room ${place}`;
  checkId(nameOf('roomTypeId'), room.roomTypeId);
  const arrival = { name: nameOf('arrival'), date: room.arrival };
  checkNights(arrival, { name: nameOf('departure'), date: room.departure }, MOST_NIGHTS);
  checkRange(nameOf('units'), room.units ?? 1, 1, MOST_UNITS);
  checkRange(nameOf('adults'), room.adults ?? 1, 1, 50);
  checkRange(nameOf('children'), room.children ?? 0, 0, 50);
  checkGuest(nameOf('guest'), room.guest);
}
