import type { RoomTypeItem } from '../../portable/items/catalog.ts';
import { fitsParty } from '../../portable/sale/party.ts';
import type { Candidate } from './candidates.ts';
import type { Ledger } from './ledger.ts';

/**
 * The room type that a stay moves to: no lower in rank, takes the party, and has the units on every night without
 * overselling any. The smallest upgrade first, of equal ranks the cheapest. Null where there is none.
 *
 * Stop sell and the other restrictions do not stand in the way: they steer new sales, this guest is sold already, and a
 * unit that stays empty helps nobody. Units that can't be slept in are taken out of the total, not closed.
 */
export function chooseTarget({ booking, dates }: Candidate, roomTypes: RoomTypeItem[], ledger: Ledger): string | null {
  const own = roomTypes.find((roomType) => roomType.room_type_id === booking.room_type_id);
  if (!own) return null;
  const [best] = roomTypes
    .filter((other) => other !== own && other.rank >= own.rank && fitsParty(other, booking))
    .filter((other) => ledger.isFree(other.room_type_id, dates, booking.units))
    .map(({ room_type_id, rank }) => ({ room_type_id, rank, price: ledger.price(room_type_id, dates) }))
    .sort(bySmallestUpgrade);
  return best?.room_type_id ?? null;
}

type Target = { room_type_id: string; rank: number; price: number };

function bySmallestUpgrade(a: Target, b: Target): number {
  if (a.rank !== b.rank) return a.rank - b.rank;
  // Not by difference: two infinite prices have none.
  if (a.price !== b.price) return a.price < b.price ? -1 : 1;
  return a.room_type_id < b.room_type_id ? -1 : 1;
}
