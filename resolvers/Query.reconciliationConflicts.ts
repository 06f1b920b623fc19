import type { Context, DynamoDBQueryRequest } from '@aws-appsync/utils';
import { CONFLICT_LISTING, OPERATIONS_INDEX } from '../core/portable/items/operations.ts';
import { type ConflictItem, toReconciliationConflict } from '../core/portable/items/reconciliation.ts';
import type { QueryReconciliationConflictsArgs } from '../generated/types.ts';
import { failUnavailable } from './lib/answer/fail.ts';
import { ofListing } from './lib/tables/listing.ts';
import { checkLimit } from './lib/input/paging.ts';

export function request(ctx: Context<QueryReconciliationConflictsArgs>): DynamoDBQueryRequest {
  return {
    operation: 'Query',
    index: OPERATIONS_INDEX,
    query: ofListing(CONFLICT_LISTING, null),
    scanIndexForward: false,
    limit: checkLimit(ctx.args.limit),
  };
}

export function response(ctx: Context<QueryReconciliationConflictsArgs>) {
  if (ctx.error) failUnavailable(ctx.error);
  const items: ConflictItem[] = ctx.result.items;
  return items.map((item) => toReconciliationConflict(item));
}
