import { type Context, type DynamoDBQueryRequest, runtime, util } from '@aws-appsync/utils';
import { waitlistKey } from '../core/portable/items/waitlist.ts';
import type { WaitlistEntry } from '../generated/types.ts';
import { failUnavailable } from './lib/answer/fail.ts';

type OfEntry = Context<unknown, Record<string, unknown>, undefined, Omit<WaitlistEntry, 'position'>>;

/** More are not counted. */
const MOST = 1000;

/** Whoever joined before and wants some of the same nights. */
export function request(ctx: OfEntry): DynamoDBQueryRequest {
  const { status, id, propertyId, roomTypeId, joinedAt, arrival, departure } = ctx.source!;
  if (status !== 'WAITING') runtime.earlyReturn(null);
  const place = { booking_id: id, property_id: propertyId, room_type_id: roomTypeId, waitlisted_at: joinedAt };
  const { pk, sk } = waitlistKey(place);
  return {
    operation: 'Query',
    query: {
      expression: '#pk = :pk AND #sk < :sk',
      expressionNames: { '#pk': 'pk', '#sk': 'sk' },
      expressionValues: util.dynamodb.toMapValues({ ':pk': pk, ':sk': sk }),
    },
    filter: {
      expression: '#a < :departure AND #d > :arrival',
      expressionNames: { '#a': 'arrival', '#d': 'departure' },
      expressionValues: util.dynamodb.toMapValues({ ':arrival': arrival, ':departure': departure }),
    },
    limit: MOST,
  };
}

export function response(ctx: OfEntry): number {
  if (ctx.error) failUnavailable(ctx.error);
  const ahead: unknown[] = ctx.result.items;
  return ahead.length + 1;
}
