import { type DynamoDBBatchGetItemRequest, runtime, util } from '@aws-appsync/utils';
import type { CalendarPage } from '../../core/portable/items/calendarPage.ts';
import { PROPERTY_KEY, roomTypeKey } from '../../core/portable/items/catalog.ts';
import { homeRefusal } from '../../core/portable/items/homeRegion.ts';
import { isAsWanted, pageOf, wantedOf } from '../../core/portable/modify/modifiedBooking.ts';
import { nightChanges } from '../../core/portable/modify/nightChanges.ts';
import { arrivedRefusal, pastNightRefusal } from '../../core/portable/modify/modifyRefusal.ts';
import { pagesFor } from '../../core/portable/modify/pagesFor.ts';
import { fail, failIf, failUnavailable } from '../lib/answer/fail.ts';
import { checkStay } from '../lib/input/checks.ts';
import { pageKeyValues, tables } from '../lib/tables/dynamodb.ts';
import { hasUnread } from '../lib/tables/hasUnread.ts';
import { momentOf, requireState } from '../steps/changing/write.ts';
import type { ModifyContext } from './types.ts';

/** The property, the room type that is wanted and the pages that change, for the booking as it was read last. */
export function request(ctx: ModifyContext): DynamoDBBatchGetItemRequest {
  const { booking, now, today } = momentOf(ctx);
  if (ctx.stash.isDone || ctx.stash.readFor === booking.version) runtime.earlyReturn(null);
  const wanted = wantedOf(booking, ctx.args.input);
  requireState('modify', booking, now);
  if (isAsWanted(booking, wanted)) {
    ctx.stash.isDone = true;
    runtime.earlyReturn(null);
  }
  checkStay(wanted.arrival, wanted.departure);
  failIf(arrivedRefusal(booking, wanted) ?? pastNightRefusal(nightChanges(booking, wanted), today));
  const { inventory, catalog } = tables(ctx);
  const pages = pagesFor(booking, wanted).map(({ month, roomTypeId }) =>
    pageKeyValues(booking.property_id, month, roomTypeId),
  );
  const items = [roomTypeKey(wanted.room_type_id), PROPERTY_KEY].map((sk) =>
    util.dynamodb.toMapValues({ property_id: booking.property_id, sk }),
  );
  return {
    operation: 'BatchGetItem',
    tables: {
      [inventory]: { keys: pages, consistentRead: true },
      [catalog]: { keys: items, consistentRead: false },
    },
  };
}

export function response(ctx: ModifyContext) {
  if (ctx.error) failUnavailable(ctx.error);
  if (hasUnread(ctx.result.unprocessedKeys))
    fail('Unavailable', 'The calendar cannot be read just now. Try again in a moment.');
  const { booking } = ctx.stash;
  const { inventory, catalog } = tables(ctx);
  const found: (CalendarPage | null)[] = ctx.result.data[inventory];
  const names = pagesFor(booking, wantedOf(booking, ctx.args.input));
  const pages: Record<string, CalendarPage | null> = {};
  names.forEach(({ month, roomTypeId }, at) => {
    pages[pageOf(month, roomTypeId)] = found[at];
  });
  const [roomType, property] = ctx.result.data[catalog];
  if (property) failIf(homeRefusal(property, ctx.env.REGION));
  if (!roomType) fail('NotFound', 'The property has no such room type.');
  ctx.stash.roomType = roomType;
  ctx.stash.pages = pages;
  ctx.stash.readFor = booking.version;
  return null;
}
