import { QueryCommand } from '@aws-sdk/lib-dynamodb';
import { HOLD_SHARDS } from '../../../core/portable/lifecycle/hold.ts';
import { documents } from '../../shared/dynamodb/documentClient.ts';
import { config } from '../config.ts';

/** Bookings whose units were held until an instant before this one, in epoch milliseconds: few, as a rule none. */
export async function* overdueHolds(before: number): AsyncGenerator<string> {
  for (const shard of HOLD_SHARDS) {
    let ExclusiveStartKey: Record<string, unknown> | undefined;
    do {
      const { Items = [], LastEvaluatedKey } = await documents.send(
        new QueryCommand({
          TableName: config.bookingsTable,
          IndexName: 'byHold',
          KeyConditionExpression: '#shard = :shard AND #until < :before',
          ExpressionAttributeNames: { '#shard': 'hold_shard', '#until': 'hold_until' },
          ExpressionAttributeValues: { ':shard': shard, ':before': before },
          ProjectionExpression: 'booking_id',
          Limit: 1_000,
          ExclusiveStartKey,
        }),
      );
      for (const { booking_id } of Items) yield booking_id as string;
      ExclusiveStartKey = LastEvaluatedKey;
    } while (ExclusiveStartKey);
  }
}
