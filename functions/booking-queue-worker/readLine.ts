import { QueryCommand } from '@aws-sdk/lib-dynamodb';
import { LIMITS } from '../../core/groupCommit/groups.ts';
import { documents } from '../shared/dynamodb/documentClient.ts';
import { config } from './config.ts';

/**
 * The ids of those who stand in a line, oldest first, in groups that one transaction can carry. The index may show some
 * who have been served already, and not yet show some who joined just now.
 */
export async function* readLine(queueKey: string): AsyncGenerator<string[]> {
  let ExclusiveStartKey: Record<string, unknown> | undefined;
  do {
    const { Items = [], LastEvaluatedKey } = await documents.send(
      new QueryCommand({
        TableName: config.bookingsTable,
        IndexName: 'byQueue',
        KeyConditionExpression: '#line = :line',
        ExpressionAttributeNames: { '#line': 'queue_key' },
        ExpressionAttributeValues: { ':line': queueKey },
        ProjectionExpression: 'booking_id',
        Limit: LIMITS.bookings,
        ExclusiveStartKey,
      }),
    );
    if (Items.length > 0) yield Items.map(({ booking_id }) => booking_id as string);
    ExclusiveStartKey = LastEvaluatedKey;
  } while (ExclusiveStartKey);
}
