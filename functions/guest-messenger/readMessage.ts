import { type BookingEvent, SCHEMA_VERSION } from '../../core/events/bookingEvent.ts';
import { eventBooking } from '../../core/events/eventBooking.ts';
import { REMINDER_DUE, type ReminderDue } from '../../core/events/reminderDue.ts';
import { type Message, messageOf, reminderMessage } from '../../core/messages/messageOf.ts';
import type { BookingItem } from '../../core/portable/items/booking.ts';
import { PoisonError } from '../shared/batch/poison.ts';
import { getItem } from '../shared/dynamodb/getItem.ts';
import { readBookingEvent } from '../shared/events/readBookingEvent.ts';
import { config } from './config.ts';

/**
 * What a guest is to be told, by an event of a booking or by a reminder that came due; null for nothing.
 * @throws {PoisonError} for what is neither, or has no guest
 * @throws {Error} for an event of a later schema
 */
export async function readMessage(body: string): Promise<Message | null> {
  const reminder = reminderIn(body);
  if (reminder) return remind(reminder);
  const event = readBookingEvent(body);
  requireGuest(event.booking);
  return messageOf(event);
}

/** The detail of what the bus sends; null for anything else. */
function reminderIn(body: string): ReminderDue | null {
  // What is no JSON is told of by whoever reads events.
  if (!body.includes(REMINDER_DUE)) return null;
  const sent = JSON.parse(body) as { 'detail-type'?: unknown; detail?: ReminderDue } | null;
  return sent?.['detail-type'] === REMINDER_DUE ? (sent.detail ?? null) : null;
}

/** The booking is told as it is now: moved, it has another reminder; cancelled, none. */
async function remind({ schemaVersion, bookingId, arrival }: ReminderDue): Promise<Message | null> {
  if (schemaVersion > SCHEMA_VERSION) throw new Error(`Reminders of schema ${schemaVersion} are not known yet.`);
  if (typeof bookingId !== 'string') throw new PoisonError('bookingId is no text.');
  const booking = await getItem<BookingItem>(config.bookingsTable, { booking_id: bookingId });
  return booking?.arrival === arrival ? reminderMessage(eventBooking(booking)) : null;
}

function requireGuest({ guest }: BookingEvent['booking']): void {
  if (typeof guest?.email !== 'string' || typeof guest.name !== 'string')
    throw new PoisonError('booking.guest is none.');
}
