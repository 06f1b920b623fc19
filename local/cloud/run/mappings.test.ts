import { DynamoDBClient, PutItemCommand, ScanCommand } from '@aws-sdk/client-dynamodb';
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { createLocalClient } from '../../endpoint/client/localClient.ts';
import { LOCAL_ADMINISTRATOR } from '../../iam/administrator.ts';
import { createPrincipals } from '../../iam/principals.ts';
import type { Cloud } from '../contract.ts';
import { runAssembly } from './runAssembly.ts';
import { writeChainAssembly } from './testing/chainAssembly.ts';

vi.setConfig({ testTimeout: 60_000, hookTimeout: 60_000 });

const root = mkdtempSync(join(tmpdir(), 'keyrack-chain-'));
const clouds: Cloud[] = [];
const lines: string[] = [];
afterAll(async () => {
  for (const cloud of clouds) await cloud.stop();
  rmSync(root, { recursive: true });
});

type Options = Parameters<typeof writeChainAssembly>[1] & { dataFolder?: string };

async function start(name: string, { dataFolder, ...chain }: Options = {}): Promise<Cloud> {
  const folder = join(root, name);
  mkdirSync(folder);
  writeChainAssembly(folder, chain);
  const log = (line: string): void => void lines.push(line);
  const options = { port: 0, dataFolder: dataFolder ?? null, dynamodbHeap: 128, log };
  const cloud = await runAssembly(() => Promise.resolve(folder), options);
  clouds.push(cloud);
  return cloud;
}

function clientOf(cloud: Cloud): DynamoDBClient {
  return new DynamoDBClient({ endpoint: cloud.endpointUrl, region: cloud.region, credentials: LOCAL_ADMINISTRATOR });
}

async function order(cloud: Cloud, ids: readonly string[]): Promise<void> {
  const client = clientOf(cloud);
  await Promise.all(
    ids.map((id) => client.send(new PutItemCommand({ TableName: cloud.tables.Orders, Item: { id: { S: id } } }))),
  );
}

async function idsIn(cloud: Cloud, table: string): Promise<string[]> {
  const { Items = [] } = await clientOf(cloud).send(new ScanCommand({ TableName: cloud.tables[table] }));
  return Items.map(({ id }) => id?.S ?? '').toSorted();
}

const ids = (prefix: string, count: number): string[] => Array.from({ length: count }, (_, n) => `${prefix}${n + 10}`);

describe('what follows a write', () => {
  let cloud: Cloud;
  // Four lanes, and two processes at most: some invocations are always throttled.
  beforeAll(async () => {
    cloud = await start('chain', { copierConcurrency: 2, slowMs: 2 });
  });

  it('is done when the cloud is drained, however many steps it takes', async () => {
    for (let round = 1; round <= 10; round += 1) {
      await order(cloud, ids(`round${round}-`, 7));
      await cloud.drained();
      expect(await idsIn(cloud, 'Echoes')).toHaveLength(round * 7);
    }
    expect(cloud.lags()).toEqual(
      ['Orders', 'Copies'].map((source) => ({
        mapping: expect.stringMatching(/^[0-9a-f-]{36}$/),
        function: `arn:aws:lambda:us-west-2:000000000000:function:Chain-${source === 'Orders' ? 'Copier' : 'Echoer'}`,
        source: expect.stringContaining(`:table/Chain-${source}/stream/`),
        pending: 0,
        oldestMs: 0,
      })),
    );
  });

  it('waits for a function that is throttled, and the cloud says so', async () => {
    const orders = ids('throttled', 60);
    await order(cloud, orders);
    await expect(cloud.drained({ timeoutMs: 1 })).rejects.toThrow(
      /not at rest after 1 ms: .*Chain-Copier from Chain-Orders/,
    );
    await cloud.drained();
    expect(await idsIn(cloud, 'Echoes')).toEqual(expect.arrayContaining(orders));
    expect(lines.filter((line) => line.includes('was not invoked: TooManyRequestsException'))).not.toEqual([]);
  });

  it('is not lost with a process that crashes, nor held up by a poison record, which ends in the dead-letter queue', async () => {
    const orders = ids('order', 40);
    await order(cloud, [...orders.slice(0, 20), 'crash1', 'poison', 'crash2', ...orders.slice(20)]);
    await cloud.drained();
    const echoes = await idsIn(cloud, 'Echoes');
    expect(echoes).toEqual(expect.arrayContaining(['crash1', 'crash2', ...orders]));
    expect(echoes).not.toContain('poison');
    expect(await deadLetters(cloud)).toMatchObject([
      {
        requestContext: { condition: 'RetryAttemptsExhausted', approximateInvokeCount: 3 },
        DDBStreamBatchInfo: { batchSize: 1 },
      },
    ]);
  });
});

it('what follows a write goes on after a stop in the middle of it', async () => {
  const dataFolder = join(root, 'data');
  const cloud = await start('stopped', { dataFolder, slowMs: 200 });
  const orders = ids('order', 80);
  await order(cloud, orders);
  await vi.waitFor(async () => expect((await idsIn(cloud, 'Copies')).length).toBeGreaterThan(5), { timeout: 20_000 });
  expect((await idsIn(cloud, 'Echoes')).length).toBeLessThan(80);
  await cloud.stop();
  const again = await start('again', { dataFolder });
  await again.drained();
  expect(await idsIn(again, 'Echoes')).toEqual(orders);
});

async function deadLetters(cloud: Cloud): Promise<unknown[]> {
  const { endpointUrl: url, region } = cloud;
  const principals = createPrincipals({ region, accountId: '000000000000' });
  const client = createLocalClient({ url, region, principals });
  const QueueUrl = await client.queueUrl('arn:aws:sqs:us-west-2:000000000000:Chain-Dead');
  const input = { QueueUrl, MaxNumberOfMessages: 10 };
  const { Messages = [] } = await client.sqs('ReceiveMessage', input, LOCAL_ADMINISTRATOR.roleArn);
  return (Messages as { Body: string }[]).map(({ Body }) => JSON.parse(Body) as unknown);
}
