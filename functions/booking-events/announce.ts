import { bookingEvent } from '../../core/events/bookingEvent.ts';
import { messageAttributes } from '../../core/events/messageAttributes.ts';
import type { BookingItem } from '../../core/portable/items/booking.ts';
import { pmsKindOf } from './pmsKind.ts';
import { publish } from './publish.ts';

/** Tells the topic what became of a booking. The group makes queues share fairly between properties. */
export async function announce(before: BookingItem | null, after: BookingItem): Promise<void> {
  const event = bookingEvent(before, after, await pmsKindOf(after.property_id));
  if (!event) return;
  await publish({
    Message: JSON.stringify(event),
    MessageAttributes: messageAttributes(event),
    MessageGroupId: event.propertyId,
  });
}
