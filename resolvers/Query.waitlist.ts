import { type Context, type DynamoDBQueryRequest, util } from '@aws-appsync/utils';
import { waitlistPartition } from '../core/portable/items/operations.ts';
import { type WaitlistItem, waitingEntry } from '../core/portable/items/waitlist.ts';
import type { QueryWaitlistArgs } from '../generated/types.ts';
import { failUnavailable } from './lib/answer/fail.ts';
import { requireProperty } from './lib/input/caller.ts';
import { checkId } from './lib/input/checks.ts';
import { checkLimit } from './lib/input/paging.ts';

/** The line of a room type, for who acts for the property. */
export function request(ctx: Context<QueryWaitlistArgs>): DynamoDBQueryRequest {
  const { propertyId, roomTypeId, limit, nextToken } = ctx.args;
  checkId('propertyId', propertyId);
  checkId('roomTypeId', roomTypeId);
  requireProperty(ctx, propertyId);
  return {
    operation: 'Query',
    query: {
      expression: '#pk = :pk',
      expressionNames: { '#pk': 'pk' },
      expressionValues: util.dynamodb.toMapValues({ ':pk': waitlistPartition(propertyId, roomTypeId) }),
    },
    limit: checkLimit(limit),
    nextToken: nextToken ?? undefined,
    consistentRead: true,
  };
}

export function response(ctx: Context<QueryWaitlistArgs>) {
  if (ctx.error) failUnavailable(ctx.error);
  const items: WaitlistItem[] = ctx.result.items;
  return { items: items.map((item) => waitingEntry(item)), nextToken: ctx.result.nextToken };
}
