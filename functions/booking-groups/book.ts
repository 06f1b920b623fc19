import { isSameOrder } from '../../core/groups/isSameOrder.ts';
import { sizeRefusal } from '../../core/groups/limits.ts';
import { newBookings, newGroup } from '../../core/groups/newGroup.ts';
import { type GroupOrder, requestsOf } from '../../core/groups/order.ts';
import { planSale } from '../../core/groups/planSale.ts';
import { saleItems } from '../../core/groups/saleItems.ts';
import type { Refusal } from '../../core/portable/errors.ts';
import type { PropertyItem } from '../../core/portable/items/catalog.ts';
import { homeRefusal } from '../../core/portable/items/homeRegion.ts';
import { type GroupItem, toBookingGroup } from '../../core/portable/items/group.ts';
import { modeRefusal } from '../../core/portable/sale/modeRefusal.ts';
import { transact } from '../shared/dynamodb/transact.ts';
import { type Answer, refuse } from './answer.ts';
import { config } from './config.ts';
import { coolDown } from './coolDown.ts';
import { readBookings, readGroup } from './readBookings.ts';
import { readSale } from './readSale.ts';

const TAKEN = refuse('IdempotencyConflict', 'This groupId is already used.');

/**
 * One attempt to book the group: what exists already, or all of its rooms in one transaction, or why not.
 * @returns null where others were in the way
 */
export async function book(order: GroupOrder): Promise<Answer | null> {
  const tooLarge = sizeRefusal(order);
  if (tooLarge) return { refusal: tooLarge };
  const now = Date.now();
  const sale = await readSale(order, new Date(now));
  if (sale.group) return repeat(order, sale.group);
  const { property, hotel } = sale;
  if (!property) return refuse('NotFound', 'There is no such property.');
  const refusal = saleRefusal(order, property);
  if (refusal) return { refusal };
  const plan = planSale(requestsOf(order, property.currency), hotel, order.expectedTotal);
  if ('refusal' in plan) return unlessDone(order, plan.refusal);
  if (await coolDown(hotel.pages, now)) return null;
  const group = newGroup(order, now);
  const bookings = newBookings(order, plan.commit.grants, property, now);
  const outcome = await transact(saleItems(group, bookings, plan.commit, config.selling, now), 1);
  if (outcome.isDone) return { result: toBookingGroup(group, bookings, null) };
  // Bookings of these ids without the group: made by somebody else.
  const [first] = outcome.failed;
  return first > 0 && first <= bookings.length ? TAKEN : null;
}

function saleRefusal({ caller }: GroupOrder, property: PropertyItem): Refusal | null {
  return homeRefusal(property, config.region) ?? modeRefusal(property, 'CONFIRMED', caller.isGuest);
}

/** The pages may lack what an earlier attempt, or this request sent twice at once, has sold to this very group by now. */
async function unlessDone(order: GroupOrder, refusal: Refusal): Promise<Answer> {
  const group = await readGroup(order.groupId);
  return group ? repeat(order, group) : { refusal };
}

async function repeat(order: GroupOrder, group: GroupItem): Promise<Answer> {
  const bookings = await readBookings(group);
  return isSameOrder(bookings, order) ? { result: toBookingGroup(group, bookings, null) } : TAKEN;
}
