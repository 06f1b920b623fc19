import { type Context, type DynamoDBQueryRequest, util } from '@aws-appsync/utils';
import { type BookingItem, toBooking } from '../../../core/portable/items/booking.ts';
import type { BookingStatus, InputMaybe } from '../../../generated/types.ts';
import { dayNumber, formatDay, previousDay } from '../../../core/portable/days/dates.ts';
import { checkDay } from '../input/checks.ts';
import { fail, failUnavailable } from '../answer/fail.ts';
import { checkLimit } from '../input/paging.ts';

/** Indexes of the bookings table, both sorted by arrival. */
export const BY_GUEST = { index: 'byGuest', key: 'guest_id' };
export const BY_PROPERTY = { index: 'byProperty', key: 'property_id' };

export type ListArgs = {
  status?: InputMaybe<BookingStatus>;
  arrivalFrom?: InputMaybe<string>;
  arrivalTo?: InputMaybe<string>;
  limit?: InputMaybe<number>;
  nextToken?: InputMaybe<string>;
};

const FIRST = '1970-01-01';
const LAST = '9999-12-31';

/** The first and the last day of arrival that are asked for, `YYYY-MM-DD`. */
export function arrivalsOf(args: Pick<ListArgs, 'arrivalFrom' | 'arrivalTo'>): { first: string; last: string } {
  const from = checkDay('arrivalFrom', args.arrivalFrom ?? FIRST);
  const to = checkDay('arrivalTo', args.arrivalTo ?? LAST);
  if (dayNumber(to) <= dayNumber(from)) fail('InvalidInput', 'arrivalTo must be after arrivalFrom.');
  return { first: formatDay(from), last: formatDay(previousDay(to)) };
}

/** The bookings of one guest or property whose arrival lies in arrivalFrom <= arrival < arrivalTo. */
export function queryBookings(by: { index: string; key: string }, id: string, args: ListArgs): DynamoDBQueryRequest {
  // A sort key takes one condition, and BETWEEN includes its end.
  const { first, last } = arrivalsOf(args);
  const range = { ':k': id, ':from': first, ':last': last };
  return {
    operation: 'Query',
    index: by.index,
    query: {
      expression: '#k = :k AND #a BETWEEN :from AND :last',
      expressionNames: { '#k': by.key, '#a': 'arrival' },
      expressionValues: util.dynamodb.toMapValues(range),
    },
    filter: args.status ? hasStatus(args.status) : undefined,
    limit: checkLimit(args.limit),
    nextToken: args.nextToken ?? undefined,
  };
}

function hasStatus(status: BookingStatus) {
  return {
    expression: '#s = :s',
    expressionNames: { '#s': 'status' },
    expressionValues: util.dynamodb.toMapValues({ ':s': status }),
  };
}

export function toConnection(ctx: Context) {
  if (ctx.error) failUnavailable(ctx.error);
  const items: BookingItem[] = ctx.result.items;
  return { items: items.map((item) => toBooking(item, null)), nextToken: ctx.result.nextToken };
}
