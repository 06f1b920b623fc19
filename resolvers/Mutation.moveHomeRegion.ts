import { type Context, type DynamoDBUpdateItemRequest, util } from '@aws-appsync/utils';
import { PROPERTY_KEY, toProperty } from '../core/portable/items/catalog.ts';
import type { MutationMoveHomeRegionArgs } from '../generated/types.ts';
import { checkId, checkRegion } from './lib/input/checks.ts';
import { fail, failUnavailable } from './lib/answer/fail.ts';
import { toExpression } from './lib/tables/dynamodb.ts';

/** The same again finds the property moved already, and changes nothing. */
export function request(ctx: Context<MutationMoveHomeRegionArgs>): DynamoDBUpdateItemRequest {
  const { propertyId, from, to } = ctx.args;
  checkId('propertyId', propertyId);
  checkRegion('from', from);
  checkRegion('to', to);
  return {
    operation: 'UpdateItem',
    key: util.dynamodb.toMapValues({ property_id: propertyId, sk: PROPERTY_KEY }),
    update: toExpression({
      expression: 'SET #region = :to, #version = #version + :one, #updated = :now',
      names: { '#region': 'home_region', '#version': 'version', '#updated': 'updated_at' },
      values: { ':to': to, ':one': 1, ':now': util.time.nowISO8601() },
    }),
    condition: toExpression({
      expression: '#home = :from',
      names: { '#home': 'home_region' },
      values: { ':from': from },
    }),
  };
}

/** A condition that fails brings the property as it is. */
export function response(ctx: Context<MutationMoveHomeRegionArgs>) {
  if (!ctx.error) return toProperty(ctx.result);
  if (ctx.error.type !== 'DynamoDB:ConditionalCheckFailedException') failUnavailable(ctx.error);
  if (!ctx.result) fail('NotFound', 'There is no such property.');
  if (ctx.result.home_region !== ctx.args.to) {
    fail('InvalidState', `The home Region of the property is ${ctx.result.home_region}.`);
  }
  return toProperty(ctx.result);
}
