import { type Context, type DynamoDBQueryRequest, util } from '@aws-appsync/utils';
import { OPERATIONS_INDEX, PMS_LISTING } from '../core/portable/operations.ts';
import { type PmsStateItem, toPmsSync } from '../core/portable/pmsSync.ts';
import type { PmsCircuit, QueryPmsSyncsArgs } from '../generated/types.ts';
import { failUnavailable } from './lib/fail.ts';
import { checkLimit } from './lib/paging.ts';

export function request(ctx: Context<QueryPmsSyncsArgs>): DynamoDBQueryRequest {
  const { circuit, limit, nextToken } = ctx.args;
  return {
    operation: 'Query',
    index: OPERATIONS_INDEX,
    query: circuit ? withCircuit(circuit) : all(),
    limit: checkLimit(limit),
    nextToken: nextToken ?? undefined,
  };
}

function all() {
  return {
    expression: '#l = :l',
    expressionNames: { '#l': 'listing' },
    expressionValues: util.dynamodb.toMapValues({ ':l': PMS_LISTING }),
  };
}

function withCircuit(circuit: PmsCircuit) {
  return {
    expression: '#l = :l AND begins_with(#k, :circuit)',
    expressionNames: { '#l': 'listing', '#k': 'listing_key' },
    expressionValues: util.dynamodb.toMapValues({ ':l': PMS_LISTING, ':circuit': `${circuit}#` }),
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
