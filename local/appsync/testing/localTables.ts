import { startDynamoDb } from '../../engines/dynamodb.ts';
import { AwsServiceError, type Backends } from '../definition.ts';

export type LocalTables = {
  dynamodb: Backends['dynamodb'];
  /** Every call made, by operation name, newest last. */
  calls: string[];
  stop(): Promise<void>;
};

/** DynamoDB Local with one table `Rooms` of key `id` and `sk`, as a backend. */
export async function startTables(): Promise<LocalTables> {
  const engine = await startDynamoDb({ dataFolder: null, heapMiB: 128 });
  const calls: string[] = [];
  const dynamodb: Backends['dynamodb'] = ({ operation, input, signal }) => {
    calls.push(operation);
    return callEngine(engine.url, operation, input, signal);
  };
  await callEngine(engine.url, 'CreateTable', {
    TableName: 'Rooms',
    BillingMode: 'PAY_PER_REQUEST',
    AttributeDefinitions: ['id', 'sk', 'city'].map((AttributeName) => ({ AttributeName, AttributeType: 'S' })),
    KeySchema: keys('id', 'sk'),
    GlobalSecondaryIndexes: [
      { IndexName: 'byCity', KeySchema: keys('city', 'sk'), Projection: { ProjectionType: 'ALL' } },
    ],
  });
  return { dynamodb, calls, stop: engine.stop };
}

function keys(hash: string, range: string) {
  return [
    { AttributeName: hash, KeyType: 'HASH' },
    { AttributeName: range, KeyType: 'RANGE' },
  ];
}

async function callEngine(
  url: string,
  operation: string,
  input: object,
  signal?: AbortSignal,
): Promise<Record<string, unknown>> {
  const response = await fetch(url, {
    method: 'POST',
    headers: {
      'content-type': 'application/x-amz-json-1.0',
      'x-amz-target': `DynamoDB_20120810.${operation}`,
      authorization:
        'AWS4-HMAC-SHA256 Credential=test/20260101/eu-west-1/dynamodb/aws4_request, SignedHeaders=host, Signature=0',
    },
    body: JSON.stringify(input),
    ...(signal === undefined ? {} : { signal }),
  });
  const body = (await response.json()) as Record<string, unknown>;
  if (response.ok) return body;
  const code = String(body.__type).replace(/^.*#/, '');
  throw new AwsServiceError(code, String(body.message ?? body.Message), response.status, body);
}
