import { runtime } from '@aws-appsync/utils';
import { parseReference } from '../../core/portable/search/reference.ts';
import { failUnavailable } from '../lib/answer/fail.ts';
import { checkId } from '../lib/input/checks.ts';
import { findReference } from '../lib/tables/findReference.ts';
import { failNotFound } from './claimable.ts';
import type { ClaimContext } from './types.ts';

/** Of a reference the bookings that have it: almost always one. */
export function request(ctx: ClaimContext) {
  const { propertyId, reference } = ctx.args;
  if (!propertyId || !reference) runtime.earlyReturn(null);
  checkId('propertyId', propertyId!);
  const wanted = parseReference(reference!);
  if (!wanted) failNotFound();
  return findReference(propertyId!, wanted!);
}

export function response(ctx: ClaimContext) {
  if (ctx.error) failUnavailable(ctx.error);
  const found: { booking_id: string }[] = ctx.result.items;
  if (found.length === 0) failNotFound();
  ctx.stash.ids = found.map((item) => item.booking_id);
  return null;
}
