import { setTimeout as delay } from 'node:timers/promises';
import { BatchGetCommand } from '@aws-sdk/lib-dynamodb';
import { documents } from '../../shared/dynamodb/documentClient.ts';

type Key = Record<string, unknown>;

const MOST_AT_ONCE = 100;
const TRIES = 5;
const FIRST_PAUSE_MS = 50;

/**
 * Items by their keys, read consistently, in no order; those that are not there are left out.
 * @throws where the table is too busy
 */
export async function readByKeys<T>(table: string, keys: readonly Key[]): Promise<T[]> {
  const items: T[] = [];
  for (let at = 0; at < keys.length; at += MOST_AT_ONCE) {
    items.push(...((await readSome(table, keys.slice(at, at + MOST_AT_ONCE))) as T[]));
  }
  return items;
}

async function readSome(table: string, keys: Key[]): Promise<unknown[]> {
  const items: unknown[] = [];
  let left = keys;
  for (let attempt = 0; attempt < TRIES; attempt += 1) {
    if (attempt > 0) await delay(Math.random() * FIRST_PAUSE_MS * 2 ** attempt);
    const { Responses, UnprocessedKeys } = await documents.send(
      new BatchGetCommand({ RequestItems: { [table]: { Keys: left, ConsistentRead: true } } }),
    );
    items.push(...(Responses?.[table] ?? []));
    left = UnprocessedKeys?.[table]?.Keys ?? [];
    if (left.length === 0) return items;
  }
  throw new Error(`${left.length} items could not be read: the table is busy.`);
}
