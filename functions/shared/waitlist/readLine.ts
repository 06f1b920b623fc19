import { waitlistPartition } from '../../../core/portable/items/operations.ts';
import type { WaitlistItem } from '../../../core/portable/items/waitlist.ts';
import { queryAll } from '../dynamodb/queryAll.ts';

/** A room type of a property. */
export type LineName = { propertyId: string; roomTypeId: string };

/**
 * Who waits for nights of the months first..last (`YYYY-MM`, both inclusive), in the order in which they joined. Read the pages before:
 * whoever joins later changes their versions.
 */
export function readLine(line: LineName, first: string, last: string, table: string): Promise<WaitlistItem[]> {
  return queryAll<WaitlistItem>({
    TableName: table,
    KeyConditionExpression: '#pk = :pk',
    FilterExpression: '#arrival < :after AND #departure > :first',
    ExpressionAttributeNames: { '#pk': 'pk', '#arrival': 'arrival', '#departure': 'departure' },
    ExpressionAttributeValues: {
      ':pk': waitlistPartition(line.propertyId, line.roomTypeId),
      ':first': `${first}-01`,
      // No day sorts behind it.
      ':after': `${last}-99`,
    },
    ConsistentRead: true,
  });
}
