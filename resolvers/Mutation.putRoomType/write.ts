import { type Context, type DynamoDBUpdateItemRequest, util } from '@aws-appsync/utils';
import { roomTypeKey, toRoomType } from '../../core/portable/items/catalog.ts';
import type { MutationPutRoomTypeArgs } from '../../generated/types.ts';
import { failUnavailable } from '../lib/answer/fail.ts';

export function request(ctx: Context<MutationPutRoomTypeArgs>): DynamoDBUpdateItemRequest {
  const input = ctx.args.input;
  return {
    operation: 'UpdateItem',
    key: util.dynamodb.toMapValues({ property_id: input.propertyId, sk: roomTypeKey(input.id) }),
    update: {
      expression:
        'SET #version = if_not_exists(#version, :zero) + :one, #updated = :now, #id = :id, #name = :name, #rank = :rank, #adults = :adults, #children = :children, #oversell = :oversell',
      expressionNames: {
        '#version': 'version',
        '#updated': 'updated_at',
        '#id': 'room_type_id',
        '#name': 'name',
        '#rank': 'rank',
        '#adults': 'adults',
        '#children': 'children',
        '#oversell': 'oversell_allowance',
      },
      expressionValues: util.dynamodb.toMapValues({
        ':zero': 0,
        ':one': 1,
        ':now': util.time.nowISO8601(),
        ':id': input.id,
        ':name': input.name.trim(),
        ':rank': input.rank,
        ':adults': input.adults,
        ':children': input.children ?? 0,
        ':oversell': input.oversellAllowance ?? 0,
      }),
    },
  };
}

export function response(ctx: Context<MutationPutRoomTypeArgs>) {
  if (ctx.error) failUnavailable(ctx.error);
  return toRoomType(ctx.result);
}
