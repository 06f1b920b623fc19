import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type DynamoDbEngine, startDynamoDb } from '../../engines/dynamodb.ts';
import { type Endpoint, startEndpoint } from '../../endpoint/endpoint.ts';
import { LOCAL_ADMINISTRATOR } from '../../iam/administrator.ts';
import { createPrincipals } from '../../iam/principals.ts';
import type { TablePlan } from '../plan/tablePlan.ts';
import { createTables, type DynamoDbCall } from './tables.ts';

const table: TablePlan = {
  constructId: 'Things',
  tableName: 'Demo-Things',
  arn: 'arn:aws:dynamodb:us-west-2:000000000000:table/Demo-Things',
  attributeDefinitions: [
    { AttributeName: 'id', AttributeType: 'S' },
    { AttributeName: 'at', AttributeType: 'N' },
  ],
  keySchema: [{ AttributeName: 'id', KeyType: 'HASH' }],
  globalIndexes: [
    {
      IndexName: 'byTime',
      KeySchema: [{ AttributeName: 'at', KeyType: 'HASH' }],
      Projection: { ProjectionType: 'ALL' },
    },
  ],
  localIndexes: [],
  streamView: 'NEW_AND_OLD_IMAGES',
  ttlAttribute: 'expiry_time',
};

const dataFolder = mkdtempSync(join(tmpdir(), 'keyrack-tables-'));
let engine: DynamoDbEngine;
let endpoint: Endpoint;
const settings = { region: 'us-west-2', accountId: '000000000000', log: () => {} };
const call: DynamoDbCall = (operation, input) =>
  endpoint.call({ service: 'dynamodb', operation, input, roleArn: LOCAL_ADMINISTRATOR.roleArn });

async function start(): Promise<void> {
  engine = await startDynamoDb({ dataFolder, heapMiB: 128 });
  endpoint = await startEndpoint({ ...settings, dynamodbUrl: engine.url, principals: createPrincipals(settings) });
}
async function stop(): Promise<void> {
  await endpoint.stop();
  await engine.stop();
}

beforeAll(start, 60_000);
afterAll(async () => {
  await stop();
  rmSync(dataFolder, { recursive: true });
});

const described = async () => {
  const { Table } = (await call('DescribeTable', { TableName: table.tableName })) as { Table: Record<string, unknown> };
  return Table;
};

describe('tables', () => {
  it('are made with keys, indexes, stream and TTL', async () => {
    await createTables([table], call);
    expect(await described()).toMatchObject({
      KeySchema: table.keySchema,
      GlobalSecondaryIndexes: [{ IndexName: 'byTime', Projection: { ProjectionType: 'ALL' } }],
      StreamSpecification: { StreamEnabled: true, StreamViewType: 'NEW_AND_OLD_IMAGES' },
    });
    expect(await call('DescribeTimeToLive', { TableName: table.tableName })).toEqual({
      TimeToLiveDescription: { TimeToLiveStatus: 'ENABLED', AttributeName: 'expiry_time' },
    });
  });

  it('keep their items over a restart', async () => {
    await call('PutItem', { TableName: table.tableName, Item: { id: { S: 'kept' } } });
    await stop();
    await start();
    await createTables([table], call);
    const { Item } = await call('GetItem', { TableName: table.tableName, Key: { id: { S: 'kept' } } });
    expect(Item).toEqual({ id: { S: 'kept' } });
  }, 60_000);

  it('take a changed stream and TTL', async () => {
    await createTables([{ ...table, streamView: 'KEYS_ONLY', ttlAttribute: null }], call);
    expect(await described()).toMatchObject({ StreamSpecification: { StreamViewType: 'KEYS_ONLY' } });
    expect(await call('DescribeTimeToLive', { TableName: table.tableName })).toEqual({
      TimeToLiveDescription: { TimeToLiveStatus: 'DISABLED' },
    });
  });

  it('of other keys are refused, and say so', async () => {
    const other: TablePlan = { ...table, keySchema: [...table.keySchema, { AttributeName: 'at', KeyType: 'RANGE' }] };
    await expect(createTables([other], call)).rejects.toThrow(
      /table Demo-Things of the data folder has other keys or indexes than the template \(HASH id:S, .* instead of HASH id:S RANGE at:N/,
    );
  });
});
