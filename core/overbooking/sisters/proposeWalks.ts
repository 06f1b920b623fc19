import type { PropertyItem, RoomTypeItem } from '../../portable/items/catalog.ts';
import type { SisterProposal } from '../../portable/items/overbooking.ts';
import type { StayBooking } from '../reallocation/booking.ts';
import type { UnresolvedNight } from '../reallocation/plan.ts';
import { proposeSisters, type Sister } from './proposeSisters.ts';

export type WalksRequest = {
  night: UnresolvedNight;
  /** Those that the night's candidates name. */
  bookings: StayBooking[];
  origin: PropertyItem;
  /** Of the origin. */
  roomTypes: RoomTypeItem[];
  sisters: Sister[];
};

/** Bookings that proposals are made for: a record is read by people. */
const MOST_BOOKINGS = 5;

/**
 * Sister properties for as many bookings as the night needs relief from, in the order in which they would be moved: who
 * finds none is passed over. Each proposal stands for itself; two of them may mean the same last unit.
 */
export function proposeWalks({ night, bookings, origin, roomTypes, sisters }: WalksRequest): SisterProposal[] {
  const rank = roomTypes.find(({ room_type_id }) => room_type_id === night.room_type_id)?.rank ?? 0;
  const proposals: SisterProposal[] = [];
  let [lacking, left] = [night.shortfall, MOST_BOOKINGS];
  for (const id of night.candidates) {
    const booking = bookings.find(({ booking_id }) => booking_id === id);
    if (lacking <= 0 || left === 0) break;
    const found = booking ? proposeSisters({ origin, booking, rank, sisters }) : [];
    if (!booking || found.length === 0) continue;
    proposals.push(...found);
    lacking -= booking.units;
    left--;
  }
  return proposals;
}
