import { PutItemCommand, TransactWriteItemsCommand, UpdateItemCommand } from '@aws-sdk/client-dynamodb';
import { afterAll, afterEach, beforeAll, describe, expect, test, vi } from 'vitest';
import type { FaultRule } from '../../cloud/contract.ts';
import { startTestEndpoint, type TestEndpoint } from '../testing/startTestEndpoint.ts';

vi.setConfig({ testTimeout: 60_000, hookTimeout: 60_000 });

let local: TestEndpoint;
beforeAll(async () => {
  local = await startTestEndpoint();
});
afterAll(() => local.stop());
afterEach(() => local.endpoint.faults.clear());

const key = (property: string) => ({ property_id: { S: property }, page: { S: '2026-11#DLX' } });
const put = (property: string) => ({ TableName: 'Pages', Item: key(property) });
const add = (property: string) => ({
  TableName: 'Pages',
  Key: key(property),
  UpdateExpression: 'ADD sold :one',
  ExpressionAttributeValues: { ':one': { N: '1' } },
});
const transaction = (...properties: string[]) => ({
  TransactItems: properties.map((property) => ({ Update: add(property) })),
});
const always = (kind: FaultRule['kind'], ...operations: string[]) =>
  local.endpoint.faults.set({ seed: 1, rules: [{ kind, operations, rate: 1 }] });

async function stored(property: string): Promise<Record<string, unknown> | undefined> {
  local.endpoint.faults.clear();
  const { Item } = await local.admin('GetItem', { TableName: 'Pages', Key: key(property), ConsistentRead: true });
  return Item as Record<string, unknown> | undefined;
}

describe('rules', () => {
  test('transactionConflict cancels a transaction as AWS does, and nothing is written', async () => {
    always('transactionConflict', 'TransactWriteItems');
    await expect(local.admin('TransactWriteItems', transaction('c1', 'c2'))).rejects.toMatchObject({
      code: 'TransactionCanceledException',
      statusCode: 400,
      message:
        'Transaction cancelled, please refer cancellation reasons for specific reasons [TransactionConflict, None]',
      body: {
        CancellationReasons: [
          { Code: 'TransactionConflict', Message: 'Transaction is ongoing for the item' },
          { Code: 'None' },
        ],
      },
    });
    expect(local.endpoint.faults.counts()).toMatchObject({ transactionConflict: 1, overlapConflict: 0 });
    expect(await stored('c1')).toBeUndefined();
  });

  test('transactionConflict reaches the SDK with its reasons', async () => {
    always('transactionConflict', 'TransactWriteItems');
    await expect(local.sdk().send(new TransactWriteItemsCommand(transaction('c3')))).rejects.toMatchObject({
      name: 'TransactionCanceledException',
      CancellationReasons: [{ Code: 'TransactionConflict' }],
    });
  });

  test('throttle refuses in both of the ways on-demand tables have', async () => {
    always('throttle', 'PutItem');
    const codes = new Set<string>();
    for (let i = 0; i < 30; i += 1) {
      await local.admin('PutItem', put('t1')).catch((error: { code: string }) => codes.add(error.code));
    }
    expect([...codes].sort()).toEqual(['ProvisionedThroughputExceededException', 'ThrottlingException']);
    expect(await stored('t1')).toBeUndefined();
  });

  test('timeoutBefore: no answer, nothing written', async () => {
    always('timeoutBefore', 'PutItem');
    await expect(local.admin('PutItem', put('before'))).rejects.toMatchObject({
      code: 'ExecutionTimeoutException',
      statusCode: 0,
    });
    await expect(local.sdk().send(new PutItemCommand(put('before')))).rejects.toThrow();
    expect(local.endpoint.faults.counts().timeoutBefore).toBe(2);
    expect(await stored('before')).toBeUndefined();
  });

  test('timeoutAfter: no answer, but written; over HTTP the connection breaks', async () => {
    always('timeoutAfter', 'UpdateItem');
    await expect(local.admin('UpdateItem', add('after'))).rejects.toMatchObject({ code: 'ExecutionTimeoutException' });
    await expect(local.sdk().send(new UpdateItemCommand(add('after')))).rejects.toMatchObject({ code: 'ECONNRESET' });
    expect(await stored('after')).toMatchObject({ sold: { N: '2' } });
  });

  test('only the operations named are hit', async () => {
    always('throttle', 'GetItem');
    await local.admin('PutItem', put('spared'));
    expect(local.endpoint.faults.counts().throttle).toBe(0);
  });
});

describe('overlap', () => {
  const inFlightMs = 80;
  const overlap = () => local.endpoint.faults.set({ seed: 1, rules: [], overlap: { inFlightMs } });
  const outcomes = async (calls: Promise<unknown>[]) =>
    (await Promise.allSettled(calls)).map((one) => (one.status === 'fulfilled' ? 'done' : one.reason));

  // The first write asks for the table's keys, and who comes second would overtake it meanwhile.
  beforeAll(async () => {
    overlap();
    await local.admin('UpdateItem', add('warm'));
  });

  test('of two transactions on one item the second is cancelled, for exactly that item', async () => {
    overlap();
    const [first, second] = await outcomes([
      local.admin('TransactWriteItems', transaction('o1', 'o2')),
      local.admin('TransactWriteItems', transaction('o3', 'o2')),
    ]);
    expect(first).toBe('done');
    expect(second).toMatchObject({
      code: 'TransactionCanceledException',
      body: { CancellationReasons: [{ Code: 'None' }, { Code: 'TransactionConflict' }] },
    });
    expect(local.endpoint.faults.counts().overlapConflict).toBe(1);
    expect(await stored('o3')).toBeUndefined();
  });

  test('a write that meets a transaction, and a transaction that meets a write', async () => {
    overlap();
    expect(
      await outcomes([local.admin('TransactWriteItems', transaction('w1')), local.admin('UpdateItem', add('w1'))]),
    ).toEqual(['done', expect.objectContaining({ code: 'TransactionConflictException' })]);
    expect(
      await outcomes([local.admin('UpdateItem', add('w2')), local.admin('TransactWriteItems', transaction('w2'))]),
    ).toEqual(['done', expect.objectContaining({ code: 'TransactionCanceledException' })]);
  });

  test('writes of one item and transactions of different items go side by side', async () => {
    overlap();
    const calls = [
      ...[1, 2, 3].map(() => local.admin('UpdateItem', add('s1'))),
      ...['s2', 's3'].map((property) => local.admin('TransactWriteItems', transaction(property))),
    ];
    expect(await outcomes(calls)).toEqual(['done', 'done', 'done', 'done', 'done']);
    expect(await stored('s1')).toMatchObject({ sold: { N: '3' } });
  });

  test('an item is free again once the answer is out, and no answer is out before its time', async () => {
    overlap();
    const before = performance.now();
    await local.admin('TransactWriteItems', transaction('f1'));
    // Node's timers may fire a fraction of a millisecond early.
    expect(performance.now() - before).toBeGreaterThanOrEqual(inFlightMs - 1);
    await local.admin('TransactWriteItems', transaction('f1'));
    expect(await stored('f1')).toMatchObject({ sold: { N: '2' } });
  });

  test('an item of a Put and of an Update is the same item, over HTTP and in process', async () => {
    overlap();
    const [first, second] = await outcomes([
      local.admin('TransactWriteItems', { TransactItems: [{ Put: put('h1') }] }),
      local.admin('ListTables', {}).then(() => local.sdk().send(new UpdateItemCommand(add('h1')))),
    ]);
    expect(first).toBe('done');
    expect(second).toMatchObject({ name: 'TransactionConflictException' });
  });

  test('what a batch writes to an item of a transaction comes back unprocessed, the rest is done', async () => {
    overlap();
    const requests = ['b1', 'b2'].map((property) => ({ PutRequest: { Item: key(property) } }));
    const [, batch] = await Promise.all([
      local.admin('TransactWriteItems', transaction('b1')),
      local.admin('BatchWriteItem', { RequestItems: { Pages: requests } }),
    ]);
    expect(batch.UnprocessedItems).toEqual({ Pages: [requests[0]] });
    expect(await stored('b2')).toEqual(key('b2'));
  });

  test('a failed transaction leaves nothing in flight', async () => {
    overlap();
    const failing = { TransactItems: [{ Update: { ...add('x1'), ConditionExpression: 'attribute_exists(nowhere)' } }] };
    await expect(local.admin('TransactWriteItems', failing)).rejects.toMatchObject({
      code: 'TransactionCanceledException',
    });
    await local.admin('TransactWriteItems', transaction('x1'));
  });

  test('buyers who try again all get their unit, and only theirs', async () => {
    local.endpoint.faults.set({ seed: 1, rules: [], overlap: { inFlightMs: 5 } });
    const buy = async (): Promise<void> => {
      for (;;) {
        const done = await local.admin('TransactWriteItems', transaction('hot')).then(
          () => true,
          (error) => {
            expect(error).toMatchObject({ body: { CancellationReasons: [{ Code: 'TransactionConflict' }] } });
            return false;
          },
        );
        if (done) return;
      }
    };
    await Promise.all(Array.from({ length: 20 }, buy));
    expect(local.endpoint.faults.counts().overlapConflict).toBeGreaterThan(0);
    expect(await stored('hot')).toMatchObject({ sold: { N: '20' } });
  });
});
