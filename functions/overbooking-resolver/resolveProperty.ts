import type { StayBooking } from '../../core/overbooking/reallocation/booking.ts';
import { planReallocation } from '../../core/overbooking/reallocation/planReallocation.ts';
import { logger } from '../shared/logger.ts';
import { measure } from '../shared/measure.ts';
import { pauseBefore } from '../shared/retry.ts';
import { carryOut } from './carryOut.ts';
import { escalate } from './escalate.ts';
import { noteNights } from './noteNights.ts';
import { readBookings } from './readBookings.ts';
import { readHouse } from './readHouse.ts';

const ROUNDS = 10;

/**
 * Brings a property's overbooked nights right as far as it can: notes what is overbooked now, moves stays, and begins
 * again from fresh reads, until no night is left or nothing more can be moved; that goes to people. It goes by what it
 * reads, not by who called: so it can run twice, late, or beside bookings and cancellations.
 * @throws when others changed the nights first in every round
 */
export async function resolveProperty(propertyId: string): Promise<void> {
  /** Bookings as this run made them: the index may lag behind. */
  const moved = new Map<string, StayBooking>();
  for (let round = 0, conflicts = 0; round < ROUNDS; round++) {
    await pauseBefore(conflicts);
    const house = await readHouse(propertyId);
    if (!house) return;
    const overbooked = await noteNights(house);
    if (overbooked.length === 0) return;
    const bookings = await readBookings(house, overbooked, moved);
    const plan = planReallocation({ overbooked, bookings, roomTypes: house.roomTypes, pages: house.pages });
    if (plan.moves.length === 0) return escalate(house, overbooked, plan.unresolved, bookings);
    const { done, isBeaten } = await carryOut(plan.moves);
    for (const booking of done) moved.set(booking.booking_id, booking);
    if (done.length > 0) report(propertyId, done);
    if (isBeaten) conflicts++;
  }
  await escalateAll(propertyId, moved);
  throw new Error('The nights change too often just now.');
}

/** People are told in time, even where they will find the night right: the next look may bring it right. */
async function escalateAll(propertyId: string, moved: ReadonlyMap<string, StayBooking>): Promise<void> {
  const house = await readHouse(propertyId);
  const overbooked = house ? await noteNights(house) : [];
  if (!house || overbooked.length === 0) return;
  const bookings = await readBookings(house, overbooked, moved);
  // A plan without room types moves nobody: every night is left.
  const { unresolved } = planReallocation({ overbooked, bookings, roomTypes: [], pages: house.pages });
  await escalate(house, overbooked, unresolved, bookings);
}

function report(propertyId: string, done: StayBooking[]): void {
  logger.info('moved', {
    propertyId,
    bookings: done.map(({ booking_id, room_type_id }) => ({ booking_id, room_type_id })),
  });
  measure('StaysReassigned', done.length);
}
