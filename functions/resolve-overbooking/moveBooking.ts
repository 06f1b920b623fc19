import { moveWrites } from '../../core/overbooking/move/moveWrites.ts';
import type { BookingItem } from '../../core/portable/items/booking.ts';
import type { Refusal } from '../../core/portable/errors.ts';
import { partyRefusal } from '../../core/portable/sale/party.ts';
import { toTransactItem } from '../shared/overbookings/toTransactItem.ts';
import { transact } from '../shared/dynamodb/transact.ts';
import { CONTENTION, hasNote } from './repeat.ts';
import { config } from './config.ts';
import { type Job, refuse } from './job.ts';
import { noteMove } from './noteMove.ts';
import { readBooking, stayRefusal } from './readStay.ts';

/**
 * Moves the booking to the room type that staff chose, of whatever rank: who stands at the desk may agree to less. The
 * price stays as it is. Null once it is done, also where an earlier request did it.
 */
export async function moveBooking(job: Job): Promise<{ refusal: Refusal } | null> {
  const to = job.input.roomTypeId ?? '';
  const booking = await readBooking(job);
  if (!booking) return refuse('NotFound', 'The property has no such booking.');
  if (booking.room_type_id === to && hasNote(job, { booking_id: booking.booking_id, to })) return null;
  const refused = stayRefusal(job, booking) ?? roomTypeRefusal(job, booking, to);
  if (refused) return refused;
  const now = new Date().toISOString();
  const moves = moveWrites({ booking, from: booking.room_type_id, to, relieves: [] }, now);
  const writes = [...moves, ...(await noteMove(job, booking, { to }, now))];
  const outcome = await transact(writes.map((write) => toTransactItem(write, config.tables)));
  if (outcome.isDone) return null;
  const entered = writes.map(({ table, key }) => table === 'Inventory' && key.page.endsWith(`#${to}`));
  if (outcome.failed.some((at) => entered[at]))
    return refuse('SoldOut', `${to} has not enough units free for all nights of the stay.`);
  return CONTENTION;
}

function roomTypeRefusal({ origin }: Job, booking: BookingItem, to: string): { refusal: Refusal } | null {
  const roomType = origin.roomTypes.find(({ room_type_id }) => room_type_id === to);
  if (!roomType) return refuse('NotFound', 'The property has no such room type.');
  if (to === booking.room_type_id) return refuse('InvalidInput', 'roomTypeId is the room type the booking has.');
  const refusal = partyRefusal(roomType, booking);
  return refusal && { refusal };
}
