import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { startDynamoDb } from '../../engines/dynamodb.ts';
import { LOCAL_ADMINISTRATOR } from '../../iam/administrator.ts';
import { createPrincipals, type Principals } from '../../iam/principals.ts';
import { startEndpoint, type Endpoint } from '../endpoint.ts';

export const REGION = 'eu-west-1';
export const ACCOUNT = '111122223333';
export const TABLE_ARN = `arn:aws:dynamodb:${REGION}:${ACCOUNT}:table/Pages`;

export type TestEndpoint = {
  endpoint: Endpoint;
  principals: Principals;
  /** One DynamoDB operation as the local administrator, in this process. */
  admin(operation: string, input: Record<string, unknown>): Promise<Record<string, unknown>>;
  /** The AWS SDK over HTTP; without a role as the local administrator. */
  sdk(roleArn?: string, maxAttempts?: number): DynamoDBClient;
  /** Makes a role with these statements and answers its ARN. */
  role(name: string, ...statements: object[]): string;
  stop(): Promise<void>;
};

/** A real engine with an empty table `Pages` (`property_id`, `page`; index `by_page`) and the endpoint before it. */
export async function startTestEndpoint(): Promise<TestEndpoint> {
  const engine = await startDynamoDb({ dataFolder: null, heapMiB: 256 });
  const principals = createPrincipals({ region: REGION, accountId: ACCOUNT });
  const log = (line: string): void => console.error(line);
  const endpoint = await startEndpoint({
    dynamodbUrl: engine.url,
    principals,
    region: REGION,
    accountId: ACCOUNT,
    log,
  });
  const admin: TestEndpoint['admin'] = (operation, input) =>
    endpoint.call({ service: 'dynamodb', operation, input, roleArn: LOCAL_ADMINISTRATOR.roleArn });
  await admin('CreateTable', PAGES);
  return {
    endpoint,
    principals,
    admin,
    sdk: (roleArn, maxAttempts = 1) => {
      const credentials = roleArn === undefined ? LOCAL_ADMINISTRATOR : principals.assume(roleArn, 'test');
      return new DynamoDBClient({ endpoint: endpoint.url, region: REGION, credentials, maxAttempts });
    },
    role: (name, ...statements) => {
      const arn = `arn:aws:iam::${ACCOUNT}:role/${name}`;
      principals.register(arn, [{ Version: '2012-10-17', Statement: statements }]);
      return arn;
    },
    stop: async () => {
      await endpoint.stop();
      await engine.stop();
    },
  };
}

const PAGES = {
  TableName: 'Pages',
  BillingMode: 'PAY_PER_REQUEST',
  AttributeDefinitions: [
    { AttributeName: 'property_id', AttributeType: 'S' },
    { AttributeName: 'page', AttributeType: 'S' },
  ],
  KeySchema: [
    { AttributeName: 'property_id', KeyType: 'HASH' },
    { AttributeName: 'page', KeyType: 'RANGE' },
  ],
  GlobalSecondaryIndexes: [
    {
      IndexName: 'by_page',
      KeySchema: [{ AttributeName: 'page', KeyType: 'HASH' }],
      Projection: { ProjectionType: 'ALL' },
    },
  ],
  StreamSpecification: { StreamEnabled: true, StreamViewType: 'NEW_AND_OLD_IMAGES' },
};
