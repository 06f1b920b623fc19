import { moveWrites } from '../../core/overbooking/move/moveWrites.ts';
import type { StayBooking } from '../../core/overbooking/reallocation/booking.ts';
import type { PlannedMove } from '../../core/overbooking/reallocation/plan.ts';
import { appendMove } from '../../core/overbooking/record/appendMove.ts';
import { toTransactItem } from '../shared/overbookings/toTransactItem.ts';
import { transact } from '../shared/dynamodb/transact.ts';
import { config } from './config.ts';

/** DynamoDB takes so many items in a transaction. */
const MOST_ITEMS = 100;

/**
 * Makes the moves in their order, each in a transaction with the note of it on the nights' records. Ends at the first that
 * somebody else was faster for: the plan is no longer the best one then.
 * @returns the bookings moved, as they are now
 */
export async function carryOut(moves: PlannedMove[]): Promise<{ done: StayBooking[]; isBeaten: boolean }> {
  const done: StayBooking[] = [];
  for (const move of moves) {
    const { isDone } = await transact(itemsOf(move, new Date().toISOString()));
    if (!isDone) return { done, isBeaten: true };
    done.push({ ...move.booking, room_type_id: move.to, version: move.booking.version + 1 });
  }
  return { done, isBeaten: false };
}

/** Of a stay that relieves more nights than a transaction takes, the last nights' records do not name it. */
function itemsOf(move: PlannedMove, now: string) {
  const { booking, from, to, relieves } = move;
  const writes = moveWrites(move, now);
  const notes = relieves.slice(0, MOST_ITEMS - writes.length).map(({ date }) => {
    const night = { property_id: booking.property_id, room_type_id: from, date };
    return appendMove(night, { booking_id: booking.booking_id, from, to }, now);
  });
  return [...writes, ...notes].map((write) => toTransactItem(write, config.tables));
}
