import { type Context, type DynamoDBQueryRequest, util } from '@aws-appsync/utils';
import { RECONCILIATION_PARTITION } from '../core/portable/items/operations.ts';
import { type ReconciliationRunItem, toReconciliationRun } from '../core/portable/items/reconciliation.ts';
import type { QueryReconciliationRunsArgs } from '../generated/types.ts';
import { failUnavailable } from './lib/answer/fail.ts';
import { checkLimit } from './lib/input/paging.ts';

export function request(ctx: Context<QueryReconciliationRunsArgs>): DynamoDBQueryRequest {
  return {
    operation: 'Query',
    query: {
      expression: '#pk = :pk',
      expressionNames: { '#pk': 'pk' },
      expressionValues: util.dynamodb.toMapValues({ ':pk': RECONCILIATION_PARTITION }),
    },
    scanIndexForward: false,
    limit: checkLimit(ctx.args.limit),
    consistentRead: true,
  };
}

export function response(ctx: Context<QueryReconciliationRunsArgs>) {
  if (ctx.error) failUnavailable(ctx.error);
  const items: ReconciliationRunItem[] = ctx.result.items;
  return items.map((item) => toReconciliationRun(item));
}
