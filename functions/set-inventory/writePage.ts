import { setTimeout as delay } from 'node:timers/promises';
import { GetCommand, PutCommand, UpdateCommand } from '@aws-sdk/lib-dynamodb';
import { applyChange } from '../../core/inventory/applyChange.ts';
import type { NightChange, StoredPage } from '../../core/inventory/change.ts';
import { emptyPage } from '../../core/inventory/emptyPage.ts';
import { pageUpdate } from '../../core/inventory/pageUpdate.ts';
import { pageKey } from '../../core/portable/items/calendarPage.ts';
import type { SetInventoryInput } from '../../generated/types.ts';
import { documents } from '../shared/dynamodb/documentClient.ts';
import { config } from './config.ts';
import type { PagePlan } from './planPages.ts';
import { plainPage } from '../shared/dynamodb/plainPage.ts';
import { writeOffering } from './writeOffering.ts';

const TRIES = 8;
const FIRST_PAUSE_MS = 10;
/** Another write came between: read again. Transactions of sales collide with this write on AWS. */
const PASSING = [
  'ConditionalCheckFailedException',
  'TransactionConflictException',
  'ProvisionedThroughputExceededException',
  'ThrottlingException',
];

export type PageChange = { input: SetInventoryInput; plan: PagePlan; change: NightChange };

/**
 * Applies the change to one page, creating it where it is missing; null when others were faster every time.
 * @param known the page as read before, for the first try; undefined reads it
 */
export async function writePage(at: PageChange, known: StoredPage | null | undefined): Promise<StoredPage | null> {
  let page = known;
  for (let attempt = 0; attempt < TRIES; attempt++) {
    if (attempt > 0) await delay(Math.random() * FIRST_PAUSE_MS * 2 ** attempt);
    try {
      const written = await write(at, page === undefined ? await read(at) : page);
      if (written) return written;
      page = undefined;
    } catch (error) {
      if (!(error instanceof Error) || !PASSING.includes(error.name)) throw error;
      page = undefined;
    }
  }
  return null;
}

const keyOf = ({ input, plan }: PageChange) => ({
  property_id: input.propertyId,
  page: pageKey(plan.month, input.roomTypeId),
});

async function read(at: PageChange): Promise<StoredPage | null> {
  const { Item } = await documents.send(
    new GetCommand({ TableName: config.inventoryTable, Key: keyOf(at), ConsistentRead: true }),
  );
  return Item ? plainPage(Item) : null;
}

/** @returns null where others were faster */
function write(at: PageChange, page: StoredPage | null): Promise<StoredPage | null> {
  const target = { nights: at.plan.nights, sourceVersion: at.input.sourceVersion ?? undefined };
  const now = new Date().toISOString();
  return page ? update(at, page, target, now) : create(at, target, now);
}

type Target = Parameters<typeof applyChange>[2];

async function create({ input, plan, change }: PageChange, target: Target, now: string): Promise<StoredPage> {
  const empty = emptyPage(input.propertyId, input.roomTypeId, plan.month, now);
  if (plan.nights.length === 0) return empty;
  const page = { ...applyChange(empty, change, target), version: 1 };
  await documents.send(
    new PutCommand({
      TableName: config.inventoryTable,
      Item: { ...page, ...flagSets(page) },
      ConditionExpression: 'attribute_not_exists(#p)',
      ExpressionAttributeNames: { '#p': 'page' },
    }),
  );
  return page;
}

/** Number sets are sets to DynamoDB; an empty one does not exist. */
function flagSets(page: StoredPage) {
  const toSet = (nights: number[] | null | undefined) => (nights && nights.length > 0 ? new Set(nights) : undefined);
  return {
    closed: toSet(page.closed),
    closed_to_arrival: toSet(page.closed_to_arrival),
    closed_to_departure: toSet(page.closed_to_departure),
  };
}

async function update(at: PageChange, page: StoredPage, target: Target, now: string): Promise<StoredPage | null> {
  const next = applyChange(page, at.change, target);
  if (page.waiting) return writeOffering(at.input, page, next);
  const expressions = pageUpdate(page, next, now);
  if (!expressions) return page;
  const written = await documents.send(
    new UpdateCommand({ TableName: config.inventoryTable, Key: keyOf(at), ...expressions, ReturnValues: 'ALL_NEW' }),
  );
  return plainPage(written.Attributes!);
}
