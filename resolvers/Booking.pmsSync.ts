import type { Context, DynamoDBBatchGetItemRequest } from '@aws-appsync/utils';
import { bookingSyncKey } from '../core/portable/items/operations.ts';
import { type BookingSyncItem, toBookingSync } from '../core/portable/items/pmsSync.ts';
import type { ShownBooking } from '../core/portable/items/booking.ts';
import { callerOf } from './lib/input/caller.ts';
import { getWithProperty, withProperty } from './lib/tables/pmsOf.ts';

type Source = Pick<ShownBooking, 'id' | 'propertyId' | 'version' | 'status' | 'neverSold'>;
type OfBooking = Context<unknown, Record<string, unknown>, undefined, Source>;

export function request(ctx: OfBooking): DynamoDBBatchGetItemRequest {
  const { id, propertyId } = ctx.source!;
  return getWithProperty(ctx, propertyId, bookingSyncKey(propertyId, id));
}

export function response(ctx: OfBooking) {
  const { property, item } = withProperty<BookingSyncItem>(ctx);
  const sync = toBookingSync(ctx.source!, property?.pms_kind ?? 'NONE', item);
  if (!sync) return null;
  return callerOf(ctx).role === 'guest' ? Object.assign({}, sync, { reason: null }) : sync;
}
