import DataLoader from 'dataloader';
import { batchGet } from './batchGet.ts';

type Item = Record<string, unknown>;
type Wanted = { table: string; key: Record<string, string> };

/** Source: DynamoDB API reference, BatchGetItem: up to 100 items, none of them twice. */
const MOST_AT_ONCE = 100;

/** Who asks again reads again: nothing is kept. */
const loader = new DataLoader(readAll, { cache: false, maxBatchSize: MOST_AT_ONCE });

/**
 * An item by its key, read consistently; null where there is none. What is asked for at the same time is read in one call,
 * whatever its tables: a worker that handles a batch of messages at once asks once for all of them.
 * @throws when DynamoDB does not answer: all who asked at the same time hear of it
 */
export async function getItem<T>(table: string, key: Record<string, string>): Promise<T | null> {
  return (await loader.load({ table, key })) as T | null;
}

async function readAll(wanted: readonly Wanted[]): Promise<(Item | null)[]> {
  const byTable = Map.groupBy(wanted, ({ table }) => table);
  const request = [...byTable].map(([table, all]) => [table, { Keys: keysOf(all), ConsistentRead: true }]);
  const found = await batchGet(Object.fromEntries(request));
  return wanted.map(({ table, key }) => found[table]?.find((item) => isOf(item, key)) ?? null);
}

function keysOf(wanted: readonly Wanted[]): Wanted['key'][] {
  return [...new Map(wanted.map(({ key }) => [JSON.stringify(key), key])).values()];
}

const isOf = (item: Item, key: Wanted['key']): boolean =>
  Object.entries(key).every(([name, value]) => item[name] === value);
