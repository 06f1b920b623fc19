import { type DynamoDBGetItemRequest, util } from '@aws-appsync/utils';
import { groupKey } from '../../../core/portable/items/operations.ts';
import { failUnavailable } from '../../lib/answer/fail.ts';
import type { GroupContext } from './types.ts';

export function request(ctx: GroupContext): DynamoDBGetItemRequest {
  const { pk, sk } = groupKey(ctx.args.id);
  return { operation: 'GetItem', key: util.dynamodb.toMapValues({ pk, sk }), consistentRead: true };
}

export function response(ctx: GroupContext) {
  if (ctx.error) failUnavailable(ctx.error);
  ctx.stash.group = ctx.result;
  return null;
}
