import { type Context, type DynamoDBQueryRequest, util } from '@aws-appsync/utils';
import { pmsMarkerKey } from '../../../core/portable/items/operations.ts';
import { failUnavailable } from '../answer/fail.ts';

/** More are not counted. */
const MOST = 1000;

export type OfPmsSync = Context<unknown, Record<string, unknown>, undefined, { propertyId: string }>;

/** The markers of a property's PMS whose sort key begins with the prefix. */
export function queryMarkers(ctx: OfPmsSync, prefix: string): DynamoDBQueryRequest {
  const { pk, sk } = pmsMarkerKey(ctx.source!.propertyId, prefix, '');
  return {
    operation: 'Query',
    query: {
      expression: '#pk = :pk AND begins_with(#sk, :prefix)',
      expressionNames: { '#pk': 'pk', '#sk': 'sk' },
      expressionValues: util.dynamodb.toMapValues({ ':pk': pk, ':prefix': sk }),
    },
    limit: MOST,
    consistentRead: true,
  };
}

export function countMarkers(ctx: OfPmsSync): number {
  if (ctx.error) failUnavailable(ctx.error);
  const items: unknown[] = ctx.result.items;
  return items.length;
}
