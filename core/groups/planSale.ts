import { type Commit, commitOf } from '../groupCommit/commit.ts';
import { decideRequest, type Grant, type Refused, type Verdict } from '../groupCommit/decideRequest.ts';
import { type Hotel, shelve, termsOf } from '../groupCommit/hotel.ts';
import { needsOf } from '../groupCommit/needs.ts';
import { takeStay } from '../groupCommit/pageTake.ts';
import type { QueuedBooking } from '../groupCommit/queuedBooking.ts';
import type { Refusal } from '../portable/errors.ts';
import { MOST_AMOUNT } from '../portable/sale/quote.ts';

/** `commit`: each page once, with the sum of what the rooms take from it, and a grant for each room in order. */
export type SalePlan = { commit: Commit } | { refusal: Refusal };

/**
 * Takes the rooms from the pages in memory, one after the other; the first that cannot be had ends it for all.
 * @param expectedTotal minor units for all rooms; null where nobody said
 */
export function planSale(rooms: QueuedBooking[], hotel: Hotel, expectedTotal: number | null): SalePlan {
  const shelf = shelve(hotel.pages);
  const grants: Grant[] = [];
  for (const [at, room] of rooms.entries()) {
    const verdict = decide(room, hotel, shelf);
    if (verdict.kind === 'refused') {
      const alone = decide(room, hotel, shelve(hotel.pages));
      return { refusal: roomRefusal(at, verdict.refused, alone) };
    }
    grants.push(verdict.grant);
    takeStay(shelf, verdict.grant);
  }
  const refusal = totalRefusal(grants, expectedTotal);
  return refusal ? { refusal } : { commit: commitOf(grants, hotel) };
}

function decide(room: QueuedBooking, hotel: Hotel, shelf: ReturnType<typeof shelve>): Verdict {
  return decideRequest(room, needsOf(room), shelf, {
    roomType: termsOf(hotel, room.property_id, room.room_type_id),
    today: hotel.propertyToday[room.property_id],
  });
}

/** Names the room by its place in the list, from 1. @param alone what would become of it without the others */
function roomRefusal(at: number, { request, refusal }: Refused, alone: Verdict): Refusal {
  const name = `Room ${at + 1} (${request.room_type_id})`;
  if (alone.kind === 'refused') {
    const { type, message } = alone.refused.refusal;
    return { type, message: `${name}: ${message}` };
  }
  return {
    type: refusal.type,
    message: `${name}: ${refusal.message} The rooms before it in the list take what is left.`,
  };
}

function totalRefusal(grants: Grant[], expected: number | null): Refusal | null {
  const total = grants.reduce((sum, grant) => sum + grant.total, 0);
  if (total > MOST_AMOUNT) {
    return { type: 'LimitExceeded', message: 'The total is larger than an amount can be: make two groups.' };
  }
  if (expected === null || expected === total) return null;
  const { currency } = grants[0].request;
  return { type: 'PriceChanged', message: `The rooms cost ${total} ${currency} in minor units now, not ${expected}.` };
}
