import { type BookingEvent, SCHEMA_VERSION } from '../../../core/events/bookingEvent.ts';
import { PoisonError } from '../batch/poison.ts';

const TEXTS = ['type', 'bookingId', 'propertyId', 'occurredAt'] as const satisfies (keyof BookingEvent)[];
const STATE_TEXTS = [
  'status',
  'roomTypeId',
  'arrival',
  'departure',
] as const satisfies (keyof BookingEvent['booking'])[];

/**
 * The booking event in a message. Of its guest nothing is checked: most need none.
 * @throws {PoisonError} for what is no booking event, naming what is wrong with it
 * @throws {Error} for an event of a later schema: a deployment under way brings the function that reads it
 */
export function readBookingEvent(body: string): BookingEvent {
  const event = parse(body);
  const { schemaVersion } = event;
  if (!Number.isInteger(schemaVersion)) throw new PoisonError('schemaVersion is no number.');
  if (schemaVersion > SCHEMA_VERSION) throw new Error(`Events of schema ${schemaVersion} are not known yet.`);
  for (const name of TEXTS) requireText(name, event[name]);
  requireText('guestRef', event.guestRef ?? 'none');
  requireCount('version', event.version);
  if (Number.isNaN(Date.parse(event.occurredAt))) throw new PoisonError('occurredAt is no instant.');
  const { booking } = event;
  if (typeof booking !== 'object' || booking === null) throw new PoisonError('booking is no object.');
  for (const name of STATE_TEXTS) requireText(`booking.${name}`, booking[name]);
  requireCount('booking.units', booking.units);
  requireText('booking.totalPrice.currency', booking.totalPrice?.currency);
  if (!Number.isInteger(booking.totalPrice.amount)) throw new PoisonError('booking.totalPrice.amount is no number.');
  return event;
}

/** What is claimed to be one; the checks of {@link readBookingEvent} follow. */
function parse(body: string): BookingEvent {
  let event: unknown;
  try {
    event = JSON.parse(body);
  } catch {
    // Not the parser's words, which quote the text: it may name people.
    throw new PoisonError('The message is no JSON.');
  }
  if (typeof event !== 'object' || event === null) throw new PoisonError('The message is no event.');
  return event as BookingEvent;
}

function requireText(name: string, value: unknown): void {
  if (typeof value !== 'string' || value === '') throw new PoisonError(`${name} is no text.`);
}

function requireCount(name: string, value: unknown): void {
  if (!Number.isInteger(value) || (value as number) < 1) throw new PoisonError(`${name} is no number of 1 or more.`);
}
