import type { Context, DynamoDBBatchGetItemRequest } from '@aws-appsync/utils';
import { pmsStateKey } from '../core/portable/operations.ts';
import { type PmsStateItem, toPmsSync } from '../core/portable/pmsSync.ts';
import type { QueryPmsSyncArgs } from '../generated/types.ts';
import { requireProperty } from './lib/caller.ts';
import { checkId } from './lib/checks.ts';
import { fail } from './lib/fail.ts';
import { getWithProperty, withProperty } from './lib/pmsOf.ts';

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
