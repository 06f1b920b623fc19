import { type Context, type DynamoDBGetItemRequest, runtime, util } from '@aws-appsync/utils';
import { PROPERTY_KEY } from '../../../core/portable/items/catalog.ts';
import { homeRefusal } from '../../../core/portable/items/homeRegion.ts';
import { failIf, failUnavailable } from '../../lib/answer/fail.ts';

type OfProperty = { property_id: string };
type HomeContext = Context<unknown, { booking?: OfProperty; group?: OfProperty; isDone?: boolean }>;

/** Ends the request where the property of the booking, or of the group, has another home Region. */
export function request(ctx: HomeContext): DynamoDBGetItemRequest {
  const { booking, group, isDone } = ctx.stash;
  const property_id = (booking ?? group)?.property_id;
  if (isDone || !property_id) runtime.earlyReturn(null);
  return { operation: 'GetItem', key: util.dynamodb.toMapValues({ property_id, sk: PROPERTY_KEY }) };
}

export function response(ctx: HomeContext) {
  if (ctx.error) failUnavailable(ctx.error);
  if (ctx.result) failIf(homeRefusal(ctx.result, ctx.env.REGION));
  return null;
}
