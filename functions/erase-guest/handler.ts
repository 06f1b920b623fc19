import type { Context } from 'aws-lambda';
import type { Refusal } from '../../core/portable/errors.ts';
import type { ErasureResult } from '../../generated/types.ts';
import { eachAtOnce } from '../shared/eachAtOnce.ts';
import { eraseBooking, isExpected } from './eraseBooking.ts';
import { findBookings } from './findBookings.ts';
import type { Whose } from './whose.ts';

/** The resolver has checked that an operator asks, and for one of both. */
export type Event = Whose;
export type Answer = { result: ErasureResult } | { refusal: Refusal };

const AT_ONCE = 10;
/** What the writes under way may take in the worst case. */
const RESERVE_MS = 8_000;

/**
 * Looks at all bookings of the guest first and changes none while one is active; then takes the guest out of one after
 * the other, until time runs short. What is done is found no more, so the same event goes on where this one stopped.
 */
export async function handler(event: Event, context: Pick<Context, 'getRemainingTimeInMillis'>): Promise<Answer> {
  const bookings = await findBookings(event);
  const active = bookings.find(isExpected);
  if (active) {
    const stay = `${active.arrival} to ${active.departure} at ${active.property_id}`;
    const message = `The guest has a stay that is not over: ${stay}. Nothing was erased.`;
    return { refusal: { type: 'InvalidState', message } };
  }
  const outcomes = await eachAtOnce(bookings, AT_ONCE, async (booking) =>
    context.getRemainingTimeInMillis() < RESERVE_MS ? 'LEFT' : eraseBooking(booking, event),
  );
  const erased = outcomes.filter((outcome) => outcome === 'ERASED').length;
  return { result: { bookings: erased, isComplete: !outcomes.includes('LEFT') } };
}
