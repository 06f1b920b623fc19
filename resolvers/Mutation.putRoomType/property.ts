import { type Context, type DynamoDBGetItemRequest, util } from '@aws-appsync/utils';
import { PROPERTY_KEY } from '../../core/portable/items/catalog.ts';
import type { MutationPutRoomTypeArgs } from '../../generated/types.ts';
import { fail, failUnavailable } from '../lib/answer/fail.ts';

/** A room type belongs to a property that exists; properties are never deleted, so this cannot change underway. */
export function request(ctx: Context<MutationPutRoomTypeArgs>): DynamoDBGetItemRequest {
  const key = util.dynamodb.toMapValues({ property_id: ctx.args.input.propertyId, sk: PROPERTY_KEY });
  return { operation: 'GetItem', key, consistentRead: true };
}

export function response(ctx: Context<MutationPutRoomTypeArgs>) {
  if (ctx.error) failUnavailable(ctx.error);
  if (!ctx.result) fail('NotFound', 'There is no such property.');
  return null;
}
