import { PoisonError } from '../shared/batch/poison.ts';
import { textsOf } from '../shared/reminders/readMessage.ts';

/** Which booking to look at: of its event nothing else is read, as the tables tell how it is now. */
export type BookingMessage = { bookingId: string; propertyId: string };

/** Which arrivals of a property to look at, both dates included. */
export type SweepMessage = { propertyId: string; from: string; to: string };

/** @throws {PoisonError} for a body that is neither */
export function readMessage(body: string): BookingMessage | SweepMessage {
  const { bookingId, propertyId, from, to } = textsOf(body, ['bookingId', 'propertyId', 'from', 'to']);
  if (bookingId && propertyId) return { bookingId, propertyId };
  if (propertyId && from && to) return { propertyId, from, to };
  throw new PoisonError('The message is neither of a booking nor of a property’s arrivals.');
}
