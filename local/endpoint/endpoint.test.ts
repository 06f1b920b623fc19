import {
  BatchGetItemCommand,
  DescribeTableCommand,
  DynamoDBClient,
  ExecuteStatementCommand,
  GetItemCommand,
  PutItemCommand,
  QueryCommand,
  TransactWriteItemsCommand,
} from '@aws-sdk/client-dynamodb';
import { request } from 'undici';
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import { LOCAL_ADMINISTRATOR } from '../iam/administrator.ts';
import { REGION, startTestEndpoint, TABLE_ARN, type TestEndpoint } from './testing/startTestEndpoint.ts';

vi.setConfig({ testTimeout: 60_000, hookTimeout: 60_000 });

let local: TestEndpoint;
beforeAll(async () => {
  local = await startTestEndpoint();
});
afterAll(() => local.stop());

const key = (property: string) => ({ property_id: { S: property }, page: { S: '2026-11#DLX' } });
const put = (property: string) => ({ TableName: 'Pages', Item: { ...key(property), version: { N: '1' } } });
const signal = new AbortController().signal;

describe('calls from this process', () => {
  test('DynamoDB JSON goes in and comes out', async () => {
    await local.admin('PutItem', put('in-process'));
    expect(await local.admin('GetItem', { TableName: 'Pages', Key: key('in-process') })).toEqual({
      Item: put('in-process').Item,
    });
  });

  test("the engine's error arrives with its code and its whole body", async () => {
    const again = {
      Put: {
        ...put('in-process'),
        ConditionExpression: 'attribute_not_exists(page)',
        ReturnValuesOnConditionCheckFailure: 'ALL_OLD',
      },
    };
    const failed = local.admin('TransactWriteItems', { TransactItems: [again] });
    await expect(failed).rejects.toMatchObject({
      name: 'TransactionCanceledException',
      code: 'TransactionCanceledException',
      statusCode: 400,
      body: { CancellationReasons: [{ Code: 'ConditionalCheckFailed', Item: put('in-process').Item }] },
    });
  });

  test('what the role may not do is denied in AWS words', async () => {
    const roleArn = local.role('Reader', { Effect: 'Allow', Action: 'dynamodb:GetItem', Resource: TABLE_ARN });
    await local.endpoint.dynamodb({
      operation: 'GetItem',
      input: { TableName: 'Pages', Key: key('x') },
      roleArn,
      signal,
    });
    await expect(
      local.endpoint.dynamodb({ operation: 'PutItem', input: put('x'), roleArn, signal }),
    ).rejects.toMatchObject({
      code: 'AccessDeniedException',
      statusCode: 400,
      message: `User: arn:aws:sts::111122223333:assumed-role/Reader/APPSYNC_ASSUME_ROLE is not authorized to perform: dynamodb:PutItem on resource: ${TABLE_ARN} because no identity-based policy allows the dynamodb:PutItem action`,
    });
  });

  test('an aborted call ends with its reason', async () => {
    const aborted = AbortSignal.abort(new Error('enough'));
    const call = {
      operation: 'GetItem',
      input: { TableName: 'Pages', Key: key('x') },
      roleArn: LOCAL_ADMINISTRATOR.roleArn,
    };
    await expect(local.endpoint.dynamodb({ ...call, signal: aborted })).rejects.toThrow('enough');
  });
});

describe('calls over HTTP, by the AWS SDK', () => {
  test('a key makes the role', async () => {
    const roleArn = local.role('Writer', { Effect: 'Allow', Action: 'dynamodb:PutItem', Resource: TABLE_ARN });
    await local.sdk(roleArn).send(new PutItemCommand(put('http')));
    await expect(
      local.sdk(roleArn).send(new GetItemCommand({ TableName: 'Pages', Key: key('http') })),
    ).rejects.toMatchObject({
      name: 'AccessDeniedException',
      message: expect.stringContaining('assumed-role/Writer/test is not authorized to perform: dynamodb:GetItem'),
    });
    const read = await local.sdk().send(new GetItemCommand({ TableName: 'Pages', Key: key('http') }));
    expect(read.Item).toEqual(put('http').Item);
  });

  test.each([
    ['an unknown key', { accessKeyId: 'ASIANOBODY', secretAccessKey: 'x' }, REGION, 'UnrecognizedClientException'],
    ['another region', LOCAL_ADMINISTRATOR, 'us-west-2', 'InvalidSignatureException'],
  ])('%s is refused', async (_, credentials, region, name) => {
    const client = new DynamoDBClient({ endpoint: local.endpoint.url, region, credentials, maxAttempts: 1 });
    await expect(client.send(new PutItemCommand(put('x')))).rejects.toMatchObject({ name });
  });

  test("a role's key without its session token is refused", async () => {
    const { sessionToken: _, ...credentials } = local.principals.assume(local.role('Tokenless'), 'test');
    const client = new DynamoDBClient({ endpoint: local.endpoint.url, region: REGION, credentials, maxAttempts: 1 });
    await expect(client.send(new PutItemCommand(put('x')))).rejects.toMatchObject({
      name: 'UnrecognizedClientException',
    });
  });

  test('what is not served is refused by name', async () => {
    await expect(
      local.sdk().send(new ExecuteStatementCommand({ Statement: 'SELECT * FROM Pages' })),
    ).rejects.toMatchObject({
      name: 'UnknownOperationException',
      message: "The local endpoint does not serve DynamoDB's ExecuteStatement.",
    });
    const authorization = `AWS4-HMAC-SHA256 Credential=${LOCAL_ADMINISTRATOR.accessKeyId}/20261120/${REGION}/sqs/aws4_request, SignedHeaders=host, Signature=00`;
    const reply = await request(local.endpoint.url, { method: 'POST', headers: { authorization }, body: '{}' });
    expect(reply.statusCode).toBe(501);
    expect(await reply.body.json()).toMatchObject({
      message: 'The local endpoint does not serve sqs; it serves dynamodb.',
    });
    const unsigned = await request(local.endpoint.url, { method: 'POST', body: '{}' });
    expect(await unsigned.body.text()).toContain('MissingAuthenticationTokenException');
  });

  test('a body that is no JSON object is refused', async () => {
    const authorization = `AWS4-HMAC-SHA256 Credential=${LOCAL_ADMINISTRATOR.accessKeyId}/20261120/${REGION}/dynamodb/aws4_request, SignedHeaders=host, Signature=00`;
    const headers = { authorization, 'x-amz-target': 'DynamoDB_20120810.GetItem' };
    const reply = await request(local.endpoint.url, { method: 'POST', headers, body: '[1' });
    expect([reply.statusCode, await reply.body.text()]).toEqual([
      400,
      expect.stringContaining('SerializationException'),
    ]);
  });
});

describe('what each operation needs', () => {
  const item = { TableName: 'Pages', Key: key('tx') };

  test('a transaction needs the action of each of its items', async () => {
    const actions = ['dynamodb:UpdateItem', 'dynamodb:PutItem'];
    const roleArn = local.role('Transactor', { Effect: 'Allow', Action: actions, Resource: TABLE_ARN });
    const update = {
      Update: { ...item, UpdateExpression: 'SET version = :v', ExpressionAttributeValues: { ':v': { N: '1' } } },
    };
    const check = {
      ConditionCheck: { TableName: 'Pages', Key: key('other'), ConditionExpression: 'attribute_not_exists(page)' },
    };
    await local.sdk(roleArn).send(new TransactWriteItemsCommand({ TransactItems: [update] }));
    await expect(
      local.sdk(roleArn).send(new TransactWriteItemsCommand({ TransactItems: [update, check] })),
    ).rejects.toMatchObject({
      name: 'AccessDeniedException',
      message: expect.stringContaining('dynamodb:ConditionCheckItem'),
    });
  });

  test('a query of an index needs the index, not the table', async () => {
    const query = new QueryCommand({
      TableName: 'Pages',
      IndexName: 'by_page',
      KeyConditionExpression: 'page = :p',
      ExpressionAttributeValues: { ':p': { S: 'x' } },
    });
    const onTable = local.role('TableOnly', { Effect: 'Allow', Action: 'dynamodb:Query', Resource: TABLE_ARN });
    const onIndex = local.role('IndexOnly', {
      Effect: 'Allow',
      Action: 'dynamodb:Query',
      Resource: `${TABLE_ARN}/index/*`,
    });
    await expect(local.sdk(onTable).send(query)).rejects.toMatchObject({
      message: expect.stringContaining('/index/by_page'),
    });
    await local.sdk(onIndex).send(query);
  });

  test('a batch needs its action on each table', async () => {
    const roleArn = local.role('Batcher', { Effect: 'Allow', Action: 'dynamodb:BatchGetItem', Resource: TABLE_ARN });
    const batch = (table: string) => new BatchGetItemCommand({ RequestItems: { [table]: { Keys: [key('a')] } } });
    await local.sdk(roleArn).send(batch('Pages'));
    await expect(local.sdk(roleArn).send(batch('Elsewhere'))).rejects.toMatchObject({ name: 'AccessDeniedException' });
  });

  test('leading keys and attributes can be limited', async () => {
    const roleArn = local.role('OneProperty', {
      Effect: 'Allow',
      Action: ['dynamodb:GetItem', 'dynamodb:Query', 'dynamodb:BatchGetItem'],
      Resource: TABLE_ARN,
      Condition: {
        'ForAllValues:StringEquals': {
          'dynamodb:LeadingKeys': ['mine'],
          'dynamodb:Attributes': ['property_id', 'page', 'version'],
        },
      },
    });
    const get = (property: string, projection: string) =>
      new GetItemCommand({ TableName: 'Pages', Key: key(property), ProjectionExpression: projection });
    const query = (property: string) =>
      new QueryCommand({
        TableName: 'Pages',
        KeyConditionExpression: '#p = :p AND page > :from',
        ExpressionAttributeNames: { '#p': 'property_id' },
        ExpressionAttributeValues: { ':p': { S: property }, ':from': { S: '2026' } },
      });
    const denied = { name: 'AccessDeniedException' };
    await local.sdk(roleArn).send(get('mine', 'version'));
    await local.sdk(roleArn).send(query('mine'));
    await expect(local.sdk(roleArn).send(get('yours', 'version'))).rejects.toMatchObject(denied);
    await expect(local.sdk(roleArn).send(get('mine', 'version, rates[3]'))).rejects.toMatchObject(denied);
    await expect(local.sdk(roleArn).send(query('yours'))).rejects.toMatchObject(denied);
    const both = new BatchGetItemCommand({ RequestItems: { Pages: { Keys: [key('mine'), key('yours')] } } });
    await expect(local.sdk(roleArn).send(both)).rejects.toMatchObject(denied);
  });
});

/** The parts of the three stream operations' answers that are looked at. */
type StreamReply = {
  StreamDescription: { Shards: { ShardId: string }[] };
  ShardIterator: string;
  Records: { awsRegion: string; dynamodb: { Keys: unknown } }[];
};

describe('ARNs', () => {
  test("are the template's, for tables and streams", async () => {
    const described = await local.sdk().send(new DescribeTableCommand({ TableName: 'Pages' }));
    expect(described.Table?.TableArn).toBe(TABLE_ARN);
    expect(described.Table?.LatestStreamArn).toMatch(new RegExp(`^${TABLE_ARN}/stream/`));
  });

  test('lead to the stream, which only those may read who are allowed to', async () => {
    await local.admin('PutItem', put('streamed'));
    const { Table } = (await local.admin('DescribeTable', { TableName: 'Pages' })) as {
      Table: { LatestStreamArn: string };
    };
    const actions = ['dynamodb:DescribeStream', 'dynamodb:GetShardIterator', 'dynamodb:GetRecords'];
    const reader = local.role('StreamReader', { Effect: 'Allow', Action: actions, Resource: `${TABLE_ARN}/stream/*` });
    const stranger = local.role('StreamStranger', {
      Effect: 'Allow',
      Action: actions,
      Resource: `${TABLE_ARN}2/stream/*`,
    });
    const call = (operation: string, input: Record<string, unknown>, roleArn = reader) =>
      local.endpoint.call({ service: 'dynamodb', operation, input, roleArn }) as Promise<StreamReply>;
    const { StreamDescription } = await call('DescribeStream', { StreamArn: Table.LatestStreamArn });
    const shard = {
      StreamArn: Table.LatestStreamArn,
      ShardId: StreamDescription.Shards[0]?.ShardId,
      ShardIteratorType: 'TRIM_HORIZON',
    };
    const { ShardIterator } = await call('GetShardIterator', shard);
    const { Records } = await call('GetRecords', { ShardIterator });
    expect(Records.at(-1)).toMatchObject({ awsRegion: REGION, dynamodb: { Keys: key('streamed') } });
    await expect(call('GetRecords', { ShardIterator }, stranger)).rejects.toMatchObject({
      code: 'AccessDeniedException',
    });
  });
});

test('an engine that is gone is an internal error, not a hang', async () => {
  const lonely = await startTestEndpoint();
  await lonely.stop();
  await expect(lonely.admin('ListTables', {})).rejects.toMatchObject({ code: 'InternalServerError', statusCode: 500 });
});
