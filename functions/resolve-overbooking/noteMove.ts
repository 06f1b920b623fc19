import { appendMove, type RecordWrite } from '../../core/overbooking/record/appendMove.ts';
import type { BookingItem } from '../../core/portable/items/booking.ts';
import type { OverbookingMove } from '../../core/portable/items/overbooking.ts';
import { openRecords } from '../shared/overbookings/openRecords.ts';
import { config } from './config.ts';
import type { Job } from './job.ts';

/** So that the walk of a stay over five months fits a transaction with them. */
const MOST_NOTES = 80;

/** Notes a move of staff on every open record of a night that it relieves, the one they named first. */
export async function noteMove(
  { night, callerId }: Job,
  booking: BookingItem,
  { to, walked_to }: Pick<OverbookingMove, 'to' | 'walked_to'>,
  now: string,
): Promise<RecordWrite[]> {
  const { booking_id, room_type_id: from, arrival, departure } = booking;
  const walk = walked_to ? { walked_to } : {};
  const move = { booking_id, from, to, ...walk, moved_by: callerId };
  const open = await openRecords(config.operationsTable, night.property_id);
  const others = open.filter(
    ({ room_type_id, date }) => room_type_id === from && arrival <= date && date < departure && date !== night.date,
  );
  return [night, ...others].slice(0, MOST_NOTES).map((each) => appendMove(each, move, now));
}
