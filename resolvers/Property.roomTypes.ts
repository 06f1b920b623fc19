import { type Context, type DynamoDBQueryRequest, util } from '@aws-appsync/utils';
import { ROOM_TYPE_PREFIX, toRoomType, type RoomTypeItem } from '../core/portable/items/catalog.ts';
import { failUnavailable } from './lib/answer/fail.ts';

type RoomTypesContext = Context<unknown, Record<string, unknown>, undefined, { id: string }>;

export function request(ctx: RoomTypesContext): DynamoDBQueryRequest {
  return {
    operation: 'Query',
    query: {
      expression: '#p = :p AND begins_with(#s, :rooms)',
      expressionNames: { '#p': 'property_id', '#s': 'sk' },
      expressionValues: util.dynamodb.toMapValues({ ':p': ctx.source!.id, ':rooms': ROOM_TYPE_PREFIX }),
    },
  };
}

export function response(ctx: RoomTypesContext) {
  if (ctx.error) failUnavailable(ctx.error);
  const items: RoomTypeItem[] = ctx.result.items;
  return items.map((item) => toRoomType(item));
}
