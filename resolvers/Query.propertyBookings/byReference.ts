import { runtime } from '@aws-appsync/utils';
import { failUnavailable } from '../lib/answer/fail.ts';
import { findReference } from '../lib/tables/findReference.ts';
import type { ListContext } from './types.ts';

export function request(ctx: ListContext) {
  const { reference } = ctx.stash;
  if (!reference) runtime.earlyReturn(null);
  return findReference(ctx.args.propertyId, reference!);
}

export function response(ctx: ListContext) {
  if (ctx.error) failUnavailable(ctx.error);
  const found: { booking_id: string }[] = ctx.result.items;
  ctx.stash.ids = found.map((item) => item.booking_id);
  ctx.stash.next = null;
  return null;
}
