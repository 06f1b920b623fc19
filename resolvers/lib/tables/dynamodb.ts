import { type Context, util } from '@aws-appsync/utils';
import { pageKey } from '../../../core/portable/items/calendarPage.ts';
import type { Expression } from '../../../core/portable/sale/expressions.ts';

/** An expression of the core in AppSync's words. A map of values may not be empty. */
export function toExpression({ expression, names, values }: Expression) {
  const base = { expression, expressionNames: names };
  if (Object.keys(values).length === 0) return base;
  return { expression, expressionNames: names, expressionValues: util.dynamodb.toMapValues(values) };
}

/** The same as a condition of a transaction, whose failure shall bring the item. */
export function toCondition(expression: Expression) {
  return Object.assign({}, toExpression(expression), { returnValuesOnConditionCheckFailure: true });
}

export function pageKeyValues(propertyId: string, month: string, roomTypeId: string) {
  return util.dynamodb.toMapValues({ property_id: propertyId, page: pageKey(month, roomTypeId) });
}

/** Names of the tables, as the API's environment gives them. */
export function tables(ctx: Context) {
  return {
    inventory: ctx.env.INVENTORY_TABLE,
    bookings: ctx.env.BOOKINGS_TABLE,
    catalog: ctx.env.CATALOG_TABLE,
    operations: ctx.env.OPERATIONS_TABLE,
  };
}
