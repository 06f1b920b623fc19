import type { RoomTypeItem } from '../portable/catalog.ts';

/** The people in one unit. */
export type Party = { adults: number; children: number };

/** Do they fit into one unit? A bed that no adult takes serves a child as well. */
export function fitsParty(roomType: Pick<RoomTypeItem, 'adults' | 'children'>, party: Party): boolean {
  return party.adults <= roomType.adults && party.adults + party.children <= roomType.adults + roomType.children;
}
