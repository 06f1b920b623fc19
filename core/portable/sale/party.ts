import type { Refusal } from '../errors.ts';

/** The people in one unit, or those that one unit takes. */
export type Party = { adults: number; children: number };

/** Does the party fit into one unit of the room type? A bed that no adult takes serves a child as well. */
export function fitsParty(roomType: Party, party: Party): boolean {
  const most = roomType.adults + roomType.children;
  return party.adults <= roomType.adults && party.adults + party.children <= most;
}

/** Why a room type does not take the party; null when it does. */
export function partyRefusal(roomType: Party, party: Party): Refusal | null {
  if (fitsParty(roomType, party)) return null;
  const { adults, children } = roomType;
  const message = `One unit takes ${adults} adults and ${children} children, or ${adults + children} people.`;
  return { type: 'CapacityExceeded', message };
}
