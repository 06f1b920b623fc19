import { setTimeout as delay } from 'node:timers/promises';
import { batchGet } from '../../shared/dynamodb/batchGet.ts';

type Key = Record<string, unknown>;

const MOST_AT_ONCE = 100;
const FIRST_PAUSE_MS = 50;

/**
 * Items by their keys, read consistently, in no order; those that are not there are left out.
 * @throws where the table is too busy
 */
export async function readByKeys<T>(table: string, keys: readonly Key[]): Promise<T[]> {
  const items: T[] = [];
  for (let at = 0; at < keys.length; at += MOST_AT_ONCE) {
    const Keys = keys.slice(at, at + MOST_AT_ONCE);
    const found = await batchGet({ [table]: { Keys, ConsistentRead: true } }, pause);
    items.push(...((found[table] ?? []) as T[]));
  }
  return items;
}

/** Longer than for who waits for an answer: sales go first. */
const pause = (attempt: number): Promise<void> => delay(Math.random() * FIRST_PAUSE_MS * 2 ** (attempt + 1));
