import { type Context, type DynamoDBBatchGetItemRequest, util } from '@aws-appsync/utils';
import { PROPERTY_KEY, type PropertyItem } from '../../../core/portable/items/catalog.ts';
import type { OperationsKey } from '../../../core/portable/items/operations.ts';
import { tables } from './dynamodb.ts';
import { failUnavailable } from '../answer/fail.ts';

/** A read of the property and of one thing known about its PMS. */
export function getWithProperty(ctx: Context, propertyId: string, key: OperationsKey): DynamoDBBatchGetItemRequest {
  const { catalog, operations } = tables(ctx);
  return {
    operation: 'BatchGetItem',
    tables: {
      [catalog]: {
        keys: [util.dynamodb.toMapValues({ property_id: propertyId, sk: PROPERTY_KEY })],
        consistentRead: false,
      },
      [operations]: { keys: [util.dynamodb.toMapValues(key)], consistentRead: true },
    },
  };
}

/** What {@link getWithProperty} found; null for what is not there. */
export function withProperty<T>(ctx: Context): { property: PropertyItem | null; item: T | null } {
  if (ctx.error) failUnavailable(ctx.error);
  const { catalog, operations } = tables(ctx);
  return { property: ctx.result.data[catalog][0] ?? null, item: ctx.result.data[operations][0] ?? null };
}
