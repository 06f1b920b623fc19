import { overbookingPartition } from '../../../core/portable/items/operations.ts';
import type { Overbooking } from '../../../core/portable/items/overbooking.ts';
import { queryAll } from '../dynamodb/queryAll.ts';

/** A property's overbookings that are not resolved, read consistently, by date. @param table name of the operations table */
export function openRecords(table: string, propertyId: string): Promise<Overbooking[]> {
  return queryAll<Overbooking>({
    TableName: table,
    ConsistentRead: true,
    KeyConditionExpression: '#p = :p',
    FilterExpression: '#s <> :resolved',
    ExpressionAttributeNames: { '#p': 'pk', '#s': 'status' },
    ExpressionAttributeValues: { ':p': overbookingPartition(propertyId), ':resolved': 'RESOLVED' },
  });
}
