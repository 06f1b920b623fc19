import { queryAll } from '../shared/dynamodb/queryAll.ts';
import { sendReminders } from '../shared/reminders/sendReminders.ts';
import { config } from './config.ts';
import type { SweepMessage } from './readMessage.ts';

/** Has every booking of these arrivals looked at. The index may lag behind a little; the next sweep sees it. */
export async function sweep({ propertyId, from, to }: SweepMessage): Promise<void> {
  const bookings = await queryAll<{ booking_id: string }>({
    TableName: config.bookingsTable,
    IndexName: 'byProperty',
    KeyConditionExpression: '#property = :property AND #arrival BETWEEN :from AND :to',
    FilterExpression: '#status = :confirmed',
    ProjectionExpression: '#id',
    ExpressionAttributeNames: {
      '#property': 'property_id',
      '#arrival': 'arrival',
      '#status': 'status',
      '#id': 'booking_id',
    },
    ExpressionAttributeValues: { ':property': propertyId, ':from': from, ':to': to, ':confirmed': 'CONFIRMED' },
  });
  const messages = bookings.map((booking) => ({
    body: { bookingId: booking.booking_id, propertyId },
    group: propertyId,
  }));
  await sendReminders(config.remindersQueue, messages);
}
