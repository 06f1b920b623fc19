import type { AttributeValue } from '@aws-sdk/client-dynamodb';
import { unmarshall } from '@aws-sdk/util-dynamodb';
import type { DynamoDBRecord } from 'aws-lambda';

/** The item before and after a write; null where it did not or does not exist. Number sets are `Set`. */
export function images<T>(record: DynamoDBRecord): { before: T | null; after: T | null } {
  const read = (image: unknown) => (image ? (unmarshall(image as Record<string, AttributeValue>) as T) : null);
  return { before: read(record.dynamodb?.OldImage), after: read(record.dynamodb?.NewImage) };
}
