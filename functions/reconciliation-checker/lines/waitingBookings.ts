import { ScanCommand } from '@aws-sdk/lib-dynamodb';
import { documents } from '../../shared/dynamodb/documentClient.ts';
import { config } from '../config.ts';

/** `since`: epoch milliseconds. */
export type Waiting = { bookingId: string; queueKey: string; since: number };

const ISO_LENGTH = '2026-11-21T10:00:00.000Z'.length;

/** All bookings that stand in a line: the index holds no others, so it is small. */
export async function* waitingBookings(): AsyncGenerator<Waiting> {
  let ExclusiveStartKey: Record<string, unknown> | undefined;
  do {
    const { Items = [], LastEvaluatedKey } = await documents.send(
      new ScanCommand({
        TableName: config.bookingsTable,
        IndexName: 'byQueue',
        ProjectionExpression: 'booking_id, queue_key, queued_at',
        Limit: 1_000,
        ExclusiveStartKey,
      }),
    );
    for (const { booking_id, queue_key, queued_at } of Items as Record<string, string>[]) {
      // The instant, and then what orders those of one instant.
      yield { bookingId: booking_id, queueKey: queue_key, since: Date.parse(queued_at.slice(0, ISO_LENGTH)) };
    }
    ExclusiveStartKey = LastEvaluatedKey;
  } while (ExclusiveStartKey);
}
