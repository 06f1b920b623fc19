import { BatchGetCommand, type BatchGetCommandInput } from '@aws-sdk/lib-dynamodb';
import { documents } from './documentClient.ts';
import { pause } from './pause.ts';

type Wanted = NonNullable<BatchGetCommandInput['RequestItems']>;
type Item = Record<string, unknown>;

const TRIES = 5;

/**
 * Up to 100 items of some tables, each table's in any order. What DynamoDB leaves unprocessed is asked for again.
 * @param wait before the next try; gets how many there were, from 0
 * @throws when it still leaves some after five tries
 */
export async function batchGet(
  wanted: Wanted,
  wait: (attempt: number) => Promise<void> = pause,
): Promise<Record<string, Item[]>> {
  const found: Record<string, Item[]> = {};
  let left = wanted;
  for (let attempt = 0; attempt < TRIES; attempt++) {
    const { Responses = {}, UnprocessedKeys = {} } = await documents.send(new BatchGetCommand({ RequestItems: left }));
    for (const [table, items] of Object.entries(Responses)) (found[table] ??= []).push(...items);
    if (Object.keys(UnprocessedKeys).length === 0) return found;
    left = UnprocessedKeys;
    await wait(attempt);
  }
  throw new Error('The tables are too busy to be read.');
}
