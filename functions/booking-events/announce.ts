import { PublishCommand, SNSClient } from '@aws-sdk/client-sns';
import { bookingEvent } from '../../core/events/bookingEvent.ts';
import { messageAttributes } from '../../core/events/messageAttributes.ts';
import type { BookingItem } from '../../core/portable/booking.ts';
import { TIMEOUTS } from '../shared/timeouts.ts';
import { config } from './config.ts';
import { pmsKindOf } from './pmsKind.ts';

const client = new SNSClient(TIMEOUTS);

/** Tells the topic what became of a booking. The group makes queues share fairly between properties. */
export async function announce(before: BookingItem | null, after: BookingItem): Promise<void> {
  const event = bookingEvent(before, after, await pmsKindOf(after.property_id));
  if (!event) return;
  await client.send(
    new PublishCommand({
      TopicArn: config.topic,
      Message: JSON.stringify(event),
      MessageAttributes: messageAttributes(event),
      MessageGroupId: event.propertyId,
    }),
  );
}
