import { isSearchable } from '../../core/portable/search/names.ts';
import { plainText } from '../../core/portable/search/plainText.ts';
import { parseReference } from '../../core/portable/search/reference.ts';
import { fail } from '../lib/answer/fail.ts';
import { requireProperty } from '../lib/input/caller.ts';
import { checkId, checkLength } from '../lib/input/checks.ts';
import { checkLimit } from '../lib/input/paging.ts';
import { arrivalsOf } from '../lib/tables/bookingList.ts';
import { readToken } from './token.ts';
import type { ListContext } from './types.ts';

/**
 * Then `list` (where nobody is searched for), or `byReference`, or looks at `byName` and `byLastName` until the page is
 * full; these find keys, and `fetch` reads the bookings.
 */
export function request(ctx: ListContext) {
  const { propertyId, guestName, reference, limit, nextToken } = ctx.args;
  checkId('propertyId', propertyId);
  requireProperty(ctx, propertyId);
  ctx.stash.arrivals = arrivalsOf(ctx.args);
  ctx.stash.limit = checkLimit(limit);
  ctx.stash.reference = reference ? checkReference(reference) : null;
  ctx.stash.beginning = guestName ? checkName(guestName) : null;
  ctx.stash.next = guestName && nextToken ? readToken(nextToken, ctx.stash.arrivals) : ctx.stash.arrivals.first;
  ctx.stash.ids = [];
  return {};
}

function checkReference(text: string): string {
  const reference = parseReference(text);
  if (!reference) fail('InvalidInput', 'reference must have eight letters and digits, such as 7K3M-ZQ4T.');
  return reference!;
}

function checkName(text: string): string {
  checkLength('guestName', text, 200);
  const beginning = plainText(text);
  if (!isSearchable(beginning)) fail('InvalidInput', 'guestName must have at least two letters.');
  return beginning;
}

export function response(ctx: ListContext) {
  return ctx.stash.page;
}
