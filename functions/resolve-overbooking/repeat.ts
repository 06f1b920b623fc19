import type { OverbookingMove } from '../../core/portable/items/overbooking.ts';
import { type Job, refuse } from './job.ts';

/** Others wrote the same bookings or pages every time. */
export const CONTENTION = refuse('BookingContention', 'These nights change too often just now. Send it again.');

/** Does the record name the move, or walk, already? It was noted by the transaction that made it. */
export function hasNote(
  { record }: Job,
  { booking_id, to, walked_to }: Pick<OverbookingMove, 'booking_id' | 'to' | 'walked_to'>,
): boolean {
  return record.moves.some(
    (move) => move.booking_id === booking_id && move.to === to && (move.walked_to ?? null) === (walked_to ?? null),
  );
}
