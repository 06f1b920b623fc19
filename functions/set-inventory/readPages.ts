import { BatchGetCommand } from '@aws-sdk/lib-dynamodb';
import type { StoredPage } from '../../core/inventory/change.ts';
import { pageKey } from '../../core/portable/items/calendarPage.ts';
import type { SetInventoryInput } from '../../generated/types.ts';
import { documents } from '../shared/dynamodb/documentClient.ts';
import { config } from './config.ts';
import type { PagePlan } from './planPages.ts';
import { plainPage } from '../shared/dynamodb/plainPage.ts';

/** A page by its plan: null where none exists yet, undefined where the table was too busy to tell. */
export type KnownPages = (plan: PagePlan) => StoredPage | null | undefined;

/** All pages of the plan in one read: the longest range touches 25 of them, and one read takes 100. */
export async function readPages(input: SetInventoryInput, plans: PagePlan[]): Promise<KnownPages> {
  const keyOf = (plan: PagePlan) => pageKey(plan.month, input.roomTypeId);
  const table = config.inventoryTable;
  const keys = plans.map((plan) => ({ property_id: input.propertyId, page: keyOf(plan) }));
  const answer = await documents.send(
    new BatchGetCommand({ RequestItems: { [table]: { Keys: keys, ConsistentRead: true } } }),
  );
  const pages = new Map((answer.Responses?.[table] ?? []).map((item) => [item.page as string, plainPage(item)]));
  const unread = new Set((answer.UnprocessedKeys?.[table]?.Keys ?? []).map((key) => key.page as string));
  return (plan) => pages.get(keyOf(plan)) ?? (unread.has(keyOf(plan)) ? undefined : null);
}
