import { pagesToRead } from '../groupCommit/needs.ts';
import type { Refusal } from '../portable/errors.ts';
import { type GroupOrder, requestsOf } from './order.ts';

/** Source: DynamoDB developer guide, "Quotas": items of one transaction. */
export const MOST_ITEMS = 100;

/** The writes of the sale: the group, each booking, and each page once, however many rooms need it. */
export function itemsOf(order: Pick<GroupOrder, 'rooms'>): number {
  return 1 + order.rooms.length + pagesToRead(requestsOf(order, '')).length;
}

/** Why the rooms cannot be sold in one step; null where they can. */
export function sizeRefusal(order: Pick<GroupOrder, 'rooms'>): Refusal | null {
  if (itemsOf(order) <= MOST_ITEMS) return null;
  const message = 'These rooms take too many months of too many room types to be booked in one step: make two groups.';
  return { type: 'LimitExceeded', message };
}
