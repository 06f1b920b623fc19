import { type Context, type DynamoDBGetItemRequest, util } from '@aws-appsync/utils';
import { roomTypeKey, toRoomType } from '../core/portable/items/catalog.ts';
import { failUnavailable } from './lib/answer/fail.ts';

type OfBooking = Context<unknown, Record<string, unknown>, undefined, { propertyId: string; roomTypeId: string }>;

export function request(ctx: OfBooking): DynamoDBGetItemRequest {
  const { propertyId, roomTypeId } = ctx.source!;
  const key = { property_id: propertyId, sk: roomTypeKey(roomTypeId) };
  return { operation: 'GetItem', key: util.dynamodb.toMapValues(key) };
}

export function response(ctx: OfBooking) {
  if (ctx.error) failUnavailable(ctx.error);
  return ctx.result ? toRoomType(ctx.result) : null;
}
