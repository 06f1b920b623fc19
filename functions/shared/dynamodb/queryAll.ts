import { QueryCommand, type QueryCommandInput } from '@aws-sdk/lib-dynamodb';
import { documents } from './documentClient.ts';

/** Every item that a query finds, page after page. */
export async function queryAll<T>(input: QueryCommandInput): Promise<T[]> {
  const items: T[] = [];
  let from: QueryCommandInput['ExclusiveStartKey'];
  do {
    const answer = await documents.send(new QueryCommand({ ...input, ExclusiveStartKey: from }));
    items.push(...((answer.Items ?? []) as T[]));
    from = answer.LastEvaluatedKey;
  } while (from);
  return items;
}
