import {
  OPERATIONS_INDEX,
  OVERBOOKING_LISTING,
  overbookingListingPrefix,
} from '../../../core/portable/items/operations.ts';
import type { Overbooking } from '../../../core/portable/items/overbooking.ts';
import { queryAll } from '../dynamodb/queryAll.ts';

export type OpenOverbooking = Pick<Overbooking, 'property_id' | 'detected_at'>;

/** The overbookings of all properties that are not resolved, as the index knows them: it may lag a moment behind. */
export async function listOpen(table: string): Promise<OpenOverbooking[]> {
  const lists = await Promise.all(['DETECTED', 'ESCALATED'].map((status) => listStatus(table, status)));
  return lists.flat();
}

function listStatus(table: string, status: string): Promise<OpenOverbooking[]> {
  return queryAll<OpenOverbooking>({
    TableName: table,
    IndexName: OPERATIONS_INDEX,
    KeyConditionExpression: '#l = :l AND begins_with(#k, :status)',
    ProjectionExpression: '#p, #d',
    ExpressionAttributeNames: { '#l': 'listing', '#k': 'listing_key', '#p': 'property_id', '#d': 'detected_at' },
    ExpressionAttributeValues: { ':l': OVERBOOKING_LISTING, ':status': overbookingListingPrefix(status) },
  });
}
