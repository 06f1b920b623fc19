import type { Context, DynamoDBQueryRequest } from '@aws-appsync/utils';
import {
  LISTING,
  LISTING_INDEX,
  listingPrefix,
  toProperty,
  type PropertyItem,
} from '../core/portable/items/catalog.ts';
import type { QueryPropertiesArgs } from '../generated/types.ts';
import { checkText } from './lib/input/checks.ts';
import { failUnavailable } from './lib/answer/fail.ts';
import { ofListing } from './lib/tables/listing.ts';
import { checkLimit } from './lib/input/paging.ts';

export function request(ctx: Context<QueryPropertiesArgs>): DynamoDBQueryRequest {
  const { city, limit, nextToken } = ctx.args;
  if (typeof city === 'string') checkText('city', city, 100);
  return {
    operation: 'Query',
    index: LISTING_INDEX,
    query: ofListing(LISTING, typeof city === 'string' ? listingPrefix(city) : null),
    limit: checkLimit(limit),
    nextToken: nextToken ?? undefined,
  };
}

export function response(ctx: Context<QueryPropertiesArgs>) {
  if (ctx.error) failUnavailable(ctx.error);
  const items: PropertyItem[] = ctx.result.items;
  return { items: items.map((item) => toProperty(item)), nextToken: ctx.result.nextToken };
}
