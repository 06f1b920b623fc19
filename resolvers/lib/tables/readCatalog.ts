import { type Context, type DynamoDBQueryRequest, util } from '@aws-appsync/utils';
import {
  PROPERTY_KEY,
  type PropertyItem,
  roomTypeKey,
  type RoomTypeItem,
} from '../../../core/portable/items/catalog.ts';
import { fail, failUnavailable } from '../answer/fail.ts';

/** What {@link response} leaves in the stash. */
export type CatalogStash = { property: PropertyItem; roomTypes: RoomTypeItem[] };
type CatalogContext = Context<{ propertyId: string; roomTypeId?: string | null }, CatalogStash>;

/** A pipeline step: the property and its room types (or the one asked for), in one read of one partition. */
export function request(ctx: CatalogContext): DynamoDBQueryRequest {
  return {
    operation: 'Query',
    query: {
      expression: '#p = :p',
      expressionNames: { '#p': 'property_id' },
      expressionValues: util.dynamodb.toMapValues({ ':p': ctx.args.propertyId }),
    },
  };
}

export function response(ctx: CatalogContext) {
  if (ctx.error) failUnavailable(ctx.error);
  const items: (PropertyItem & RoomTypeItem)[] = ctx.result.items;
  const wanted = ctx.args.roomTypeId;
  const property = items.find((item) => item.sk === PROPERTY_KEY);
  const roomTypes = items.filter((item) => item.sk !== PROPERTY_KEY && (!wanted || item.sk === roomTypeKey(wanted)));
  if (!property) fail('NotFound', 'There is no such property.');
  if (wanted && roomTypes.length === 0) fail('NotFound', 'The property has no such room type.');
  ctx.stash.property = property!;
  ctx.stash.roomTypes = roomTypes;
  return null;
}
