import { type Context, type DynamoDBGetItemRequest, util } from '@aws-appsync/utils';
import { PROPERTY_KEY, toProperty } from '../../../core/portable/items/catalog.ts';
import { failUnavailable } from '../answer/fail.ts';

type OfProperty = Context<unknown, Record<string, unknown>, undefined, { propertyId: string }>;

/** The property of whatever has a `propertyId`. */
export function request(ctx: OfProperty): DynamoDBGetItemRequest {
  const key = { property_id: ctx.source!.propertyId, sk: PROPERTY_KEY };
  return { operation: 'GetItem', key: util.dynamodb.toMapValues(key) };
}

export function response(ctx: OfProperty) {
  if (ctx.error) failUnavailable(ctx.error);
  return ctx.result ? toProperty(ctx.result) : null;
}
