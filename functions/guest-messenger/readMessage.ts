import { type Message, messageOf } from '../../core/messages/messageOf.ts';
import { PoisonError } from '../shared/batch/poison.ts';
import { readBookingEvent } from '../shared/events/readBookingEvent.ts';

/**
 * What a guest is to be told; null for nothing.
 * @throws {PoisonError} for what is no booking event, or has no guest
 * @throws {Error} for an event of a later schema
 */
export function readMessage(body: string): Message | null {
  const event = readBookingEvent(body);
  const { guest } = event.booking;
  if (typeof guest?.email !== 'string' || typeof guest.name !== 'string')
    throw new PoisonError('booking.guest is none.');
  return messageOf(event);
}
