import { QueryCommand, type QueryCommandInput } from '@aws-sdk/lib-dynamodb';
import { documents } from './documentClient.ts';

/** All items of a query, however many answers they come in. */
export async function queryAll<T = Record<string, unknown>>(input: QueryCommandInput): Promise<T[]> {
  const items: T[] = [];
  let start: QueryCommandInput['ExclusiveStartKey'];
  do {
    const answer = await documents.send(new QueryCommand({ ...input, ExclusiveStartKey: start }));
    items.push(...((answer.Items ?? []) as T[]));
    start = answer.LastEvaluatedKey;
  } while (start);
  return items;
}
