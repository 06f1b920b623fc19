import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb';
import { TIMEOUTS } from '../timeouts.ts';

/** DynamoDB for functions: plain values in and out, number sets as `Set`, and no call without a time-out. */
export const documents = DynamoDBDocumentClient.from(new DynamoDBClient(TIMEOUTS), {
  marshallOptions: { removeUndefinedValues: true },
});
