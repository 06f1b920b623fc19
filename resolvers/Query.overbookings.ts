import { type Context, type DynamoDBQueryRequest, util } from '@aws-appsync/utils';
import {
  OPERATIONS_INDEX,
  OVERBOOKING_LISTING,
  overbookingListingPrefix,
  overbookingPartition,
} from '../core/portable/items/operations.ts';
import { type Overbooking, toOverbooking } from '../core/portable/items/overbooking.ts';
import type { QueryOverbookingsArgs } from '../generated/types.ts';
import { callerOf, requireProperty } from './lib/input/caller.ts';
import { checkId } from './lib/input/checks.ts';
import { failUnavailable } from './lib/answer/fail.ts';
import { ofListing } from './lib/tables/listing.ts';
import { checkLimit } from './lib/input/paging.ts';

/** A property's own, for who acts for it; those of all properties for operators. */
export function request(ctx: Context<QueryOverbookingsArgs>): DynamoDBQueryRequest {
  const { propertyId, limit, nextToken } = ctx.args;
  const page = { limit: checkLimit(limit), nextToken: nextToken ?? undefined };
  if (typeof propertyId === 'string') {
    checkId('propertyId', propertyId);
    requireProperty(ctx, propertyId);
    return Object.assign(ofProperty(propertyId, ctx.args.status), page);
  }
  if (callerOf(ctx).role !== 'operator') util.unauthorized();
  return Object.assign(ofAll(ctx.args.status), page);
}

function ofAll(status: string | null | undefined): DynamoDBQueryRequest {
  const query = ofListing(OVERBOOKING_LISTING, status ? overbookingListingPrefix(status) : null);
  return { operation: 'Query', index: OPERATIONS_INDEX, query };
}

function ofProperty(propertyId: string, status: string | null | undefined): DynamoDBQueryRequest {
  return {
    operation: 'Query',
    query: {
      expression: '#p = :p',
      expressionNames: { '#p': 'pk' },
      expressionValues: util.dynamodb.toMapValues({ ':p': overbookingPartition(propertyId) }),
    },
    filter: status
      ? {
          expression: '#s = :s',
          expressionNames: { '#s': 'status' },
          expressionValues: util.dynamodb.toMapValues({ ':s': status }),
        }
      : undefined,
  };
}

export function response(ctx: Context<QueryOverbookingsArgs>) {
  if (ctx.error) failUnavailable(ctx.error);
  const items: Overbooking[] = ctx.result.items;
  return { items: items.map((item) => toOverbooking(item)), nextToken: ctx.result.nextToken };
}
