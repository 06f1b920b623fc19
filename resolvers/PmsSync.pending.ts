import type { DynamoDBQueryRequest } from '@aws-appsync/utils';
import { OWED_PREFIX } from '../core/portable/items/operations.ts';
import { countMarkers, type OfPmsSync, queryMarkers } from './lib/tables/pmsMarkers.ts';

export function request(ctx: OfPmsSync): DynamoDBQueryRequest {
  return queryMarkers(ctx, OWED_PREFIX);
}

export function response(ctx: OfPmsSync) {
  return countMarkers(ctx);
}
