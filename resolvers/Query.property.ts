import { type Context, type DynamoDBGetItemRequest, util } from '@aws-appsync/utils';
import { PROPERTY_KEY, toProperty } from '../core/portable/items/catalog.ts';
import type { QueryPropertyArgs } from '../generated/types.ts';
import { checkId } from './lib/input/checks.ts';
import { failUnavailable } from './lib/answer/fail.ts';

export function request(ctx: Context<QueryPropertyArgs>): DynamoDBGetItemRequest {
  checkId('id', ctx.args.id);
  return { operation: 'GetItem', key: util.dynamodb.toMapValues({ property_id: ctx.args.id, sk: PROPERTY_KEY }) };
}

export function response(ctx: Context<QueryPropertyArgs>) {
  if (ctx.error) failUnavailable(ctx.error);
  return ctx.result ? toProperty(ctx.result) : null;
}
