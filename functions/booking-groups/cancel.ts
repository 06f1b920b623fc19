import { MOST_ITEMS } from '../../core/groups/limits.ts';
import { mergedWrites } from '../../core/groups/mergedWrites.ts';
import { planCancel } from '../../core/groups/planCancel.ts';
import { type GroupItem, toBookingGroup } from '../../core/portable/items/group.ts';
import type { Cancelling } from '../../core/portable/lifecycle/cancel.ts';
import { toTransactItem } from '../shared/bookings/changeItems.ts';
import { transact } from '../shared/dynamodb/transact.ts';
import { localDate } from '../shared/localDate.ts';
import { freeStock } from '../shared/waitlist/freeStock.ts';
import { type Answer, refuse } from './answer.ts';
import { config } from './config.ts';
import { readBookings } from './readBookings.ts';

/**
 * One attempt to cancel what can be cancelled of the group: all of it in one transaction. Where nothing is left to cancel,
 * as after an attempt whose answer was lost, it changes nothing.
 * @returns null where others were in the way
 */
export async function cancel(group: GroupItem, how: Cancelling): Promise<Answer | null> {
  const bookings = await readBookings(group);
  const now = Date.now();
  const plan = planCancel(bookings, how, localDate(new Date(now), bookings[0].time_zone), now);
  const done = { result: toBookingGroup(group, plan.bookings, plan.kept) };
  if (plan.changes.length === 0) return done;
  const writes = mergedWrites(plan.changes);
  // Members that were moved one by one may have come to lie on more pages than those that were sold at once.
  if (writes.length > MOST_ITEMS)
    return refuse(
      'LimitExceeded',
      'These bookings take too many months of too many room types: cancel them one by one.',
    );
  const outcome = await transact(
    writes.map((write) => toTransactItem(write, config.tables)),
    1,
  );
  if (outcome.isDone) return done;
  const [first] = outcome.failed;
  if (writes[first]?.kind !== 'updatePage') return null;
  // Somebody waits for what is given back, as a rule.
  const freed = await freeStock(plan.changes, config.tables);
  if (freed === 'done') return done;
  return freed === 'refused'
    ? refuse('InvalidState', 'The calendar does not have the units of these bookings any more.')
    : null;
}
