import { type DynamoDBGetItemRequest, util } from '@aws-appsync/utils';

/** A consistent read of one booking. */
export function getBooking(id: string): DynamoDBGetItemRequest {
  return { operation: 'GetItem', key: util.dynamodb.toMapValues({ booking_id: id }), consistentRead: true };
}
