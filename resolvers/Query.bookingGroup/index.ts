import { toBookingGroup } from '../../core/portable/items/group.ts';
import { checkBookingId } from '../lib/input/checks.ts';
import type { GroupContext } from '../steps/groups/types.ts';

/** Then `read` -> `members`. */
export function request(ctx: GroupContext) {
  checkBookingId('id', ctx.args.id);
  return {};
}

export function response(ctx: GroupContext) {
  const { group, bookings } = ctx.stash;
  return group ? toBookingGroup(group, bookings, null) : null;
}
