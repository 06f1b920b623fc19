import { setTimeout as delay } from 'node:timers/promises';
import { ConditionalCheckFailedException } from '@aws-sdk/client-dynamodb';
import { PutCommand } from '@aws-sdk/lib-dynamodb';
import { unmarshall } from '@aws-sdk/util-dynamodb';
import type { OperationsKey } from '../../../core/portable/items/operations.ts';
import { documents } from '../dynamodb/documentClient.ts';
import { getItem } from '../dynamodb/getItem.ts';
import { config } from './config.ts';

type Revised = OperationsKey & { rev: number };

/** A hundred workers may fail against one PMS at once; each try of each sees what the others have written. */
const TRIES = 40;
const MOST_PAUSE_MS = 50;

/** A consistent read; null where there is no such item. */
export function readItem<T extends Revised>({ pk, sk }: OperationsKey): Promise<T | null> {
  return getItem<T>(config.operationsTable, { pk, sk });
}

/**
 * Writes what `decide` makes of an item, if nobody has written it since it was read; else decides again by what is there.
 * @param known as it was read; null where there was none
 * @param decide answers the very same item where nothing is to be written
 * @returns the item as it is now
 * @throws when others are always faster
 */
export async function changeItem<T extends Revised, K extends T | null>(
  known: K,
  decide: (item: T | K) => T,
): Promise<T> {
  let item: T | K = known;
  for (let attempt = 0; attempt < TRIES; attempt++) {
    if (attempt > 0) await delay(Math.random() * MOST_PAUSE_MS);
    const wanted = decide(item);
    if (wanted === item) return wanted;
    const next = { ...wanted, rev: (item?.rev ?? 0) + 1 };
    const newer = await put(next, item?.rev ?? 0);
    if (newer === null) return next;
    item = newer as T;
  }
  throw new Error(`${known?.pk ?? 'An item'} is written by too many at once.`);
}

/** Null when it is written, else the item that is there instead. */
async function put(item: Revised, rev: number): Promise<Revised | null> {
  try {
    await documents.send(
      new PutCommand({
        TableName: config.operationsTable,
        Item: item,
        ConditionExpression: rev === 0 ? 'attribute_not_exists(#rev)' : '#rev = :rev',
        ExpressionAttributeNames: { '#rev': 'rev' },
        ...(rev === 0 ? {} : { ExpressionAttributeValues: { ':rev': rev } }),
        ReturnValuesOnConditionCheckFailure: 'ALL_OLD',
      }),
    );
    return null;
  } catch (error) {
    if (!(error instanceof ConditionalCheckFailedException)) throw error;
    // Items of this table never go but by TTL, a year after.
    if (!error.Item) throw error;
    return unmarshall(error.Item) as Revised;
  }
}
