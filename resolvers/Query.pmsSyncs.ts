import type { Context, DynamoDBQueryRequest } from '@aws-appsync/utils';
import { OPERATIONS_INDEX, PMS_LISTING } from '../core/portable/items/operations.ts';
import { type PmsStateItem, toPmsSync } from '../core/portable/items/pmsSync.ts';
import type { QueryPmsSyncsArgs } from '../generated/types.ts';
import { failUnavailable } from './lib/answer/fail.ts';
import { ofListing } from './lib/tables/listing.ts';
import { checkLimit } from './lib/input/paging.ts';

export function request(ctx: Context<QueryPmsSyncsArgs>): DynamoDBQueryRequest {
  const { circuit, limit, nextToken } = ctx.args;
  return {
    operation: 'Query',
    index: OPERATIONS_INDEX,
    query: ofListing(PMS_LISTING, circuit ? `${circuit}#` : null),
    limit: checkLimit(limit),
    nextToken: nextToken ?? undefined,
  };
}

export function response(ctx: Context<QueryPmsSyncsArgs>) {
  if (ctx.error) failUnavailable(ctx.error);
  const items: PmsStateItem[] = ctx.result.items;
  return {
    items: items.map((item) => toPmsSync(item.property_id, item.pms_kind ?? 'NONE', item)),
    nextToken: ctx.result.nextToken,
  };
}
