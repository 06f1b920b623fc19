import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb';
import { LOCAL_ADMINISTRATOR } from '../../../local/iam/administrator.ts';
import { cloud } from '../cloud/cloud.ts';

/** The tables themselves, past the API, permissions and faults. */
export const documents = DynamoDBDocumentClient.from(
  new DynamoDBClient({ endpoint: cloud.dynamodbUrl, region: cloud.region, credentials: LOCAL_ADMINISTRATOR }),
);
