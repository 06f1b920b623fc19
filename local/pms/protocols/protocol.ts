import type { IncomingHttpHeaders } from 'node:http';
import type { Answer } from '../../simulator/http/react.ts';
import type { Message, Reservation } from '../reservation.ts';

export type Delivery = { propertyId: string; headers: IncomingHttpHeaders; body: string };

/** One way in which a PMS is told of bookings. */
export type Protocol = {
  name: 'webhook' | 'opentravel';
  /** Is it sent by who knows the secret? */
  isGenuine(delivery: Delivery): boolean;
  /** @throws {MessageError} what it cannot be read for */
  read(delivery: Delivery): Message;
  accept(reservation: Reservation): Answer;
  refuse(status: number, message: string): Answer;
};

/** A message that is not what the protocol says. */
export class MessageError extends Error {
  override name = 'MessageError';
}
