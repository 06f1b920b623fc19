import { batchGetBookings, bookingsOf } from '../lib/tables/batchGetBookings.ts';
import { failNotFound, isClaimable, isOwn } from './claimable.ts';
import type { ClaimContext } from './types.ts';

export function request(ctx: ClaimContext) {
  return batchGetBookings(ctx, ctx.stash.ids);
}

export function response(ctx: ClaimContext) {
  const booking = bookingsOf(ctx).find((item) => isOwn(ctx, item) || isClaimable(ctx, item));
  if (!booking) failNotFound();
  ctx.stash.booking = booking!;
  ctx.stash.isDone = isOwn(ctx, booking!);
  return null;
}
