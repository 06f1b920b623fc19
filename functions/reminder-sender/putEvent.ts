import { EventBridgeClient, PutEventsCommand } from '@aws-sdk/client-eventbridge';
import { BUS_SOURCE, REMINDER_DUE, reminderDue } from '../../core/events/reminderDue.ts';
import type { BookingItem } from '../../core/portable/items/booking.ts';
import { TIMEOUTS } from '../shared/timeouts.ts';
import { config } from './config.ts';

const client = new EventBridgeClient(TIMEOUTS);

/** Tells the bus that a booking's reminder is due. @throws when the bus does not take it, which the answer may say too */
export async function putEvent(booking: BookingItem): Promise<void> {
  const { Entries = [], FailedEntryCount = 0 } = await client.send(
    new PutEventsCommand({
      Entries: [
        {
          EventBusName: config.bus,
          Source: BUS_SOURCE,
          DetailType: REMINDER_DUE,
          Detail: JSON.stringify(reminderDue(booking)),
        },
      ],
    }),
  );
  if (FailedEntryCount > 0) throw new Error(`The bus did not take the event: ${Entries[0]?.ErrorCode}.`);
}
