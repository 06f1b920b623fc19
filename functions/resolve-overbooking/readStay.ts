import { GetCommand } from '@aws-sdk/lib-dynamodb';
import type { BookingItem } from '../../core/portable/items/booking.ts';
import type { Refusal } from '../../core/portable/errors.ts';
import { documents } from '../shared/dynamodb/documentClient.ts';
import { localDate } from '../shared/localDate.ts';
import { config } from './config.ts';
import { type Job, refuse } from './job.ts';

/** The booking that the job is about, read consistently; null where the property has none of this id. */
export async function readBooking({ input, night }: Job): Promise<BookingItem | null> {
  const Key = { booking_id: input.bookingId ?? '' };
  const { Item } = await documents.send(new GetCommand({ TableName: config.bookingsTable, Key, ConsistentRead: true }));
  const booking = Item as BookingItem | undefined;
  return booking?.property_id === night.property_id ? booking : null;
}

/** Why a booking can't be moved out of the night; null where it can. */
export function stayRefusal({ night, origin, record }: Job, booking: BookingItem): { refusal: Refusal } | null {
  if (record.status === 'RESOLVED' && !record.accepted)
    return refuse('InvalidState', 'The overbooking is resolved: nobody needs to be moved.');
  if (booking.status !== 'CONFIRMED')
    return refuse('InvalidState', `A booking that is ${booking.status} cannot be moved.`);
  if (booking.arrival < localDate(new Date(), origin.property.time_zone))
    return refuse('InvalidState', 'The stay has begun: the guest is in the room.');
  const takesNight = booking.arrival <= night.date && night.date < booking.departure;
  if (!takesNight || booking.room_type_id !== night.room_type_id)
    return refuse('InvalidInput', 'The booking does not take this room type on this night.');
  return null;
}
