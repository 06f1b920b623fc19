import { type DynamoDBUpdateItemRequest, runtime, util } from '@aws-appsync/utils';
import { hotMark } from '../../../core/portable/sale/hot.ts';
import { pageKeyValues, toExpression } from '../../lib/tables/dynamodb.ts';
import { failUnlessPassing } from '../../lib/answer/outcome.ts';
import type { SaleContext } from './types.ts';

/**
 * Who collided every time marks the page of the arrival as hot, so that nobody who comes later sells past the line until
 * its worker has woken. The data source is the inventory's.
 */
export function request(ctx: SaleContext): DynamoDBUpdateItemRequest {
  const { isDone, isRead, isHot, stay } = ctx.stash;
  if (isDone || !isRead || isHot) runtime.earlyReturn(null);
  const { propertyId, roomTypeId } = ctx.args.input;
  const { update, condition } = hotMark(util.time.nowEpochMilliSeconds(), util.time.nowISO8601());
  return {
    operation: 'UpdateItem',
    key: pageKeyValues(propertyId, stay.parts[0].month, roomTypeId),
    update: toExpression(update),
    condition: toExpression(condition),
  };
}

/** Somebody else may have marked it, or be selling from it at this instant: then others do. */
export function response(ctx: SaleContext) {
  if (ctx.error) failUnlessPassing(ctx.error);
  return null;
}
