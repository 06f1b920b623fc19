import type { Context, DynamoDBBatchGetItemRequest } from '@aws-appsync/utils';
import { pmsStateKey } from '../core/portable/items/operations.ts';
import { type PmsStateItem, toPmsSync } from '../core/portable/items/pmsSync.ts';
import type { QueryPmsSyncArgs } from '../generated/types.ts';
import { requireProperty } from './lib/input/caller.ts';
import { checkId } from './lib/input/checks.ts';
import { fail } from './lib/answer/fail.ts';
import { getWithProperty, withProperty } from './lib/tables/pmsOf.ts';

export function request(ctx: Context<QueryPmsSyncArgs>): DynamoDBBatchGetItemRequest {
  const { propertyId } = ctx.args;
  checkId('propertyId', propertyId);
  requireProperty(ctx, propertyId);
  return getWithProperty(ctx, propertyId, pmsStateKey(propertyId));
}

export function response(ctx: Context<QueryPmsSyncArgs>) {
  const { property, item } = withProperty<PmsStateItem>(ctx);
  if (!property) fail('NotFound', 'There is no such property.');
  return toPmsSync(ctx.args.propertyId, property!.pms_kind ?? 'NONE', item);
}
