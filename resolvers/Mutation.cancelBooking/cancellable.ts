import type { BookingItem } from '../../core/portable/items/booking.ts';
import { today } from '../lib/input/checks.ts';
import { fail } from '../lib/answer/fail.ts';

/** Ends the request where the booking can't be cancelled any more. */
export function checkCancellable(booking: BookingItem): void {
  if (booking.status === 'CANCELLED') fail('InvalidState', 'The booking is already cancelled.');
  if (booking.status !== 'CONFIRMED' && booking.status !== 'QUEUED')
    fail('InvalidState', `A booking that is ${booking.status} cannot be cancelled.`);
  if (booking.departure <= today(booking.time_zone)) fail('InvalidState', 'The stay is over and cannot be cancelled.');
}
