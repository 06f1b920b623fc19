import { mergeLists } from '../../core/portable/search/mergeLists.ts';
import { bookingAt } from '../../core/portable/search/nameKey.ts';
import { keysOf, lookAt } from './look.ts';
import type { ListContext } from './types.ts';

export function request(ctx: ListContext) {
  return lookAt(ctx, 'byLastName', 'last_name_bucket');
}

/** Both indexes were looked at from the same place: what they have in order, each booking once. */
export function response(ctx: ListContext) {
  const { byName, beginning, ids, limit } = ctx.stash;
  const { places, next } = mergeLists([byName, keysOf(ctx)], beginning!, limit - ids.length);
  ctx.stash.ids = ids.concat(places.map((place) => bookingAt(place)));
  ctx.stash.next = next;
  return null;
}
