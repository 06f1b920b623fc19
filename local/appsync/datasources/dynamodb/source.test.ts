import { afterAll, beforeAll, beforeEach, describe, expect, test, vi } from 'vitest';
import { AwsServiceError, type Backends } from '../../definition.ts';
import { backends, TABLE } from '../../testing/testApi.ts';
import { invoke } from '../../testing/invoke.ts';
import { startTables, type LocalTables } from '../../testing/localTables.ts';
import { dynamodbSource } from './source.ts';

const table = TABLE as Extract<typeof TABLE, { type: 'AMAZON_DYNAMODB' }>;
let tables: LocalTables;
const key = (id: string, sk = '1') => ({ id: { S: id }, sk: { S: sk } });

beforeAll(async () => {
  tables = await startTables();
}, 60_000);
afterAll(() => tables.stop());
beforeEach(() => {
  tables.calls.length = 0;
});

function ask(request: object, lambda?: Backends['lambda']) {
  return invoke(
    dynamodbSource(table, 'eu-west-1', backends({ dynamodb: tables.dynamodb, ...(lambda ? { lambda } : {}) })),
    request,
  );
}

function put(id: string, attributeValues: object, sk = '1') {
  return ask({ operation: 'PutItem', key: key(id, sk), attributeValues });
}

describe('items', () => {
  test('PutItem answers the item, GetItem reads it, a missing one is null', async () => {
    expect(await put('p1', { units: { N: 3 } })).toEqual({ result: { id: 'p1', sk: '1', units: 3 }, error: null });
    expect(await ask({ operation: 'GetItem', key: key('p1'), consistentRead: true })).toEqual({
      result: { id: 'p1', sk: '1', units: 3 },
      error: null,
    });
    expect(await ask({ operation: 'GetItem', key: key('none') })).toEqual({ result: null, error: null });
  });

  test('GetItem with a projection answers only that', async () => {
    await put('p2', { units: { N: 3 }, name: { S: 'x' } });
    const projection = { expression: '#u', expressionNames: { '#u': 'units' } };
    expect((await ask({ operation: 'GetItem', key: key('p2'), projection })).result).toEqual({ units: 3 });
  });

  test('UpdateItem answers the item after the update; names and values of update and condition go together', async () => {
    await put('u1', { units: { N: 3 } });
    const update = {
      expression: 'SET #u = #u - :n',
      expressionNames: { '#u': 'units' },
      expressionValues: { ':n': { N: 2 } },
    };
    const condition = {
      expression: '#u >= :n',
      expressionNames: { '#u': 'units' },
      expressionValues: { ':n': { N: 2 } },
    };
    expect(await ask({ operation: 'UpdateItem', key: key('u1'), update, condition })).toEqual({
      result: { id: 'u1', sk: '1', units: 1 },
      error: null,
    });
  });

  test('one placeholder with two meanings is refused', async () => {
    const update = { expression: 'SET units = :n', expressionValues: { ':n': { N: 2 } } };
    const condition = { expression: 'units = :n', expressionValues: { ':n': { N: 3 } } };
    await expect(ask({ operation: 'UpdateItem', key: key('u2'), update, condition })).rejects.toThrow(
      'The placeholder :n has different meanings in two expressions of one request.',
    );
  });

  test('DeleteItem answers what was deleted', async () => {
    await put('d1', { units: { N: 3 } });
    expect((await ask({ operation: 'DeleteItem', key: key('d1') })).result).toEqual({ id: 'd1', sk: '1', units: 3 });
    expect((await ask({ operation: 'DeleteItem', key: key('d1') })).result).toBeNull();
  });

  test('empty names and values are left out, which DynamoDB would refuse', async () => {
    const condition = { expression: 'attribute_not_exists(id)', expressionNames: {}, expressionValues: {} };
    expect((await ask({ operation: 'PutItem', key: key('e1'), attributeValues: {}, condition })).error).toBeNull();
  });

  test('a failed call is ctx.error with DynamoDB: before its name', async () => {
    const update = { expression: 'SET nonsense', expressionValues: {} };
    const { result, error } = await ask({ operation: 'UpdateItem', key: key('x1'), update });
    expect(result).toBeNull();
    expect(error?.type).toBe('DynamoDB:ValidationException');
    expect(error?.message).toMatch(/\(Service: DynamoDb, Status Code: 400\)$/);
  });
});

describe('a condition that fails', () => {
  const condition = { expression: 'attribute_not_exists(id)' };

  test('rejects with the current item, read again consistently', async () => {
    await put('c1', { units: { N: 1 } });
    tables.calls.length = 0;
    const { result, error } = await ask({
      operation: 'PutItem',
      key: key('c1'),
      attributeValues: { units: { N: 2 } },
      condition,
    });
    expect(result).toEqual({ id: 'c1', sk: '1', units: 1 });
    expect(error?.type).toBe('DynamoDB:ConditionalCheckFailedException');
    expect(tables.calls).toEqual(['PutItem', 'GetItem']);
  });

  test('is a success where the item already is what was to be put, less equalsIgnore', async () => {
    await put('c2', { units: { N: '1.0' }, tags: { SS: ['a', 'b'] }, version: { N: 8 } });
    const attributeValues = { units: { N: 1 }, tags: { SS: ['b', 'a'] }, version: { N: 2 } };
    const again = await ask({
      operation: 'PutItem',
      key: key('c2'),
      attributeValues,
      condition: { ...condition, equalsIgnore: ['version'] },
    });
    expect(again).toEqual({ result: { id: 'c2', sk: '1', units: 1, tags: ['a', 'b'], version: 8 }, error: null });
    const strict = await ask({ operation: 'PutItem', key: key('c2'), attributeValues, condition });
    expect(strict.error?.type).toBe('DynamoDB:ConditionalCheckFailedException');
  });

  test('is a success where the item to be deleted is gone, a rejection where it is there', async () => {
    const wants = { expression: 'units = :u', expressionValues: { ':u': { N: 9 } } };
    expect(await ask({ operation: 'DeleteItem', key: key('c3'), condition: wants })).toEqual({
      result: null,
      error: null,
    });
    await put('c3', { units: { N: 1 } });
    expect((await ask({ operation: 'DeleteItem', key: key('c3'), condition: wants })).error?.type).toBe(
      'DynamoDB:ConditionalCheckFailedException',
    );
  });

  test('always rejects an update', async () => {
    await put('c4', { units: { N: 1 } });
    const update = { expression: 'SET units = :one', expressionValues: { ':one': { N: 1 } } };
    const rejected = await ask({ operation: 'UpdateItem', key: key('c4'), update, condition });
    expect(rejected).toMatchObject({
      result: { units: 1 },
      error: { type: 'DynamoDB:ConditionalCheckFailedException' },
    });
  });

  test.each([
    [
      'reject',
      { action: 'reject' },
      { result: { units: 1 }, error: { type: 'DynamoDB:ConditionalCheckFailedException' } },
    ],
    ['discard', { action: 'discard' }, { result: { units: 1 }, error: null }],
    [
      'retry',
      {
        action: 'retry',
        retryMapping: { attributeValues: { units: { N: 7 } }, condition: { expression: 'attribute_exists(id)' } },
      },
      { result: { units: 7 }, error: null },
    ],
  ])('asks the Custom function, which may %s', async (action, decision, outcome) => {
    await put(`custom-${action}`, { units: { N: 1 } });
    const lambda = vi.fn<Backends['lambda']>(async () => ({ payload: decision }));
    const custom = { ...condition, conditionalCheckFailedHandler: { strategy: 'Custom', lambdaArn: 'arn:decide' } };
    const request = {
      operation: 'PutItem',
      key: key(`custom-${action}`),
      attributeValues: { units: { N: 2 } },
      condition: custom,
    };
    expect(await ask(request, lambda)).toMatchObject(outcome);
    expect(lambda.mock.calls[0]?.[0]).toMatchObject({
      functionArn: 'arn:decide',
      roleArn: table.roleArn,
      payload: {
        arguments: { id: 'a' },
        requestMapping: request,
        currentValue: { units: { N: '1' } },
        resolver: {
          tableName: 'Rooms',
          awsRegion: 'eu-west-1',
          parentType: 'Mutation',
          field: 'change',
          outputType: 'Room',
        },
        identity: { sub: 'guest' },
      },
    });
  });
});

describe('pages', () => {
  beforeAll(async () => {
    for (const sk of ['1', '2', '3']) await put('page', { city: { S: 'Bonn' }, units: { N: Number(sk) } }, sk);
  });
  const query = { expression: 'id = :id', expressionValues: { ':id': { S: 'page' } } };

  test('Query answers items, nextToken and scannedCount, and goes on from the token', async () => {
    const first = (await ask({ operation: 'Query', query, limit: 2, scanIndexForward: false })).result as {
      items: { sk: string }[];
      nextToken: string;
    };
    expect(first).toMatchObject({ items: [{ sk: '3' }, { sk: '2' }], scannedCount: 2 });
    const rest = await ask({
      operation: 'Query',
      query,
      limit: 2,
      scanIndexForward: false,
      nextToken: first.nextToken,
    });
    expect(rest.result).toEqual({
      items: [{ id: 'page', sk: '1', city: 'Bonn', units: 1 }],
      nextToken: null,
      scannedCount: 1,
    });
  });

  test('Query takes an index, a filter, a projection and a select', async () => {
    const result = await ask({
      operation: 'Query',
      index: 'byCity',
      query: { expression: 'city = :c', expressionValues: { ':c': { S: 'Bonn' } } },
      filter: { expression: '#u > :u', expressionNames: { '#u': 'units' }, expressionValues: { ':u': { N: 1 } } },
      projection: { expression: 'sk' },
      consistentRead: false,
    });
    expect(result.result).toEqual({ items: [{ sk: '2' }, { sk: '3' }], nextToken: null, scannedCount: 3 });
    const all = await ask({ operation: 'Query', query, select: 'ALL_ATTRIBUTES' });
    expect(all.result).toMatchObject({ scannedCount: 3 });
  });

  test('Scan reads segments', async () => {
    const filter = { expression: 'id = :id', expressionValues: { ':id': { S: 'page' } } };
    const segments = await Promise.all(
      [0, 1].map((segment) => ask({ operation: 'Scan', filter, totalSegments: 2, segment })),
    );
    expect(segments.flatMap(({ result }) => (result as { items: unknown[] }).items)).toHaveLength(3);
  });

  test('a token that is none of ours is refused', async () => {
    await expect(ask({ operation: 'Query', query, nextToken: 'nonsense' })).rejects.toThrow(
      "Invalid pagination token given in '$[nextToken]'.",
    );
  });
});

describe('batches', () => {
  test('BatchPutItem writes, BatchGetItem answers in the order of the keys with null for missing items, BatchDeleteItem deletes', async () => {
    const items = ['1', '2'].map((sk) => ({ ...key('b', sk), units: { N: Number(sk) } }));
    expect((await ask({ operation: 'BatchPutItem', tables: { Rooms: items } })).result).toEqual({
      data: {
        Rooms: [
          { id: 'b', sk: '1', units: 1 },
          { id: 'b', sk: '2', units: 2 },
        ],
      },
      unprocessedItems: { Rooms: [] },
    });
    const keys = [key('b', '2'), key('b', '9'), key('b', '1')];
    expect(
      (await ask({ operation: 'BatchGetItem', tables: { Rooms: { keys, consistentRead: true } } })).result,
    ).toEqual({
      data: { Rooms: [{ id: 'b', sk: '2', units: 2 }, null, { id: 'b', sk: '1', units: 1 }] },
      unprocessedKeys: { Rooms: [] },
    });
    expect((await ask({ operation: 'BatchDeleteItem', tables: { Rooms: [key('b', '1')] } })).result).toEqual({
      data: { Rooms: [{ id: 'b', sk: '1' }] },
      unprocessedKeys: { Rooms: [] },
    });
    expect((await ask({ operation: 'GetItem', key: key('b', '1') })).result).toBeNull();
  });

  test('what DynamoDB left over is listed and null in data', async () => {
    const dynamodb: Backends['dynamodb'] = async ({ operation }) =>
      operation === 'BatchGetItem'
        ? { Responses: { Rooms: [{ ...key('b', '1') }] }, UnprocessedKeys: { Rooms: { Keys: [key('b', '2')] } } }
        : { UnprocessedItems: { Rooms: [{ PutRequest: { Item: key('b', '2') } }] } };
    const source = dynamodbSource(table, 'eu-west-1', backends({ dynamodb }));
    const both = [key('b', '1'), key('b', '2')];
    expect((await invoke(source, { operation: 'BatchGetItem', tables: { Rooms: { keys: both } } })).result).toEqual({
      data: { Rooms: [{ id: 'b', sk: '1' }, null] },
      unprocessedKeys: { Rooms: [{ id: 'b', sk: '2' }] },
    });
    expect((await invoke(source, { operation: 'BatchPutItem', tables: { Rooms: both } })).result).toEqual({
      data: { Rooms: [{ id: 'b', sk: '1' }, null] },
      unprocessedItems: { Rooms: [{ id: 'b', sk: '2' }] },
    });
  });

  test('a batch that failed as a whole has everything unprocessed', async () => {
    const answer = await ask({ operation: 'BatchGetItem', tables: { Nowhere: { keys: [key('b')] } } });
    expect(answer.result).toEqual({ data: { Nowhere: [null] }, unprocessedKeys: { Nowhere: [{ id: 'b', sk: '1' }] } });
    expect(answer.error?.type).toBe('DynamoDB:ResourceNotFoundException');
  });
});

describe('transactions', () => {
  test('TransactWriteItems answers the keys in order', async () => {
    await put('t2', { units: { N: 5 } });
    const update = { expression: 'SET units = units - :n', expressionValues: { ':n': { N: 1 } } };
    const answer = await ask({
      operation: 'TransactWriteItems',
      transactItems: [
        {
          table: 'Rooms',
          operation: 'PutItem',
          key: key('t1'),
          attributeValues: { units: { N: 1 } },
          condition: { expression: 'attribute_not_exists(id)' },
        },
        {
          table: 'Rooms',
          operation: 'UpdateItem',
          key: key('t2'),
          update,
          condition: { expression: 'units >= :one', expressionValues: { ':one': { N: 1 } } },
        },
        { table: 'Rooms', operation: 'DeleteItem', key: key('t3') },
        {
          table: 'Rooms',
          operation: 'ConditionCheck',
          key: key('t4'),
          condition: { expression: 'attribute_not_exists(id)' },
        },
      ],
    });
    expect(answer).toEqual({
      result: { keys: ['t1', 't2', 't3', 't4'].map((id) => ({ id, sk: '1' })), cancellationReasons: null },
      error: null,
    });
    expect((await ask({ operation: 'GetItem', key: key('t2'), consistentRead: true })).result).toMatchObject({
      units: 4,
    });
  });

  test('a cancelled one answers a reason for each item, with the item that failed the condition', async () => {
    await put('t5', { units: { N: 5 } });
    const condition = { expression: 'attribute_not_exists(id)' };
    const items = [
      { table: 'Rooms', operation: 'PutItem', key: key('t5'), attributeValues: {}, condition },
      { table: 'Rooms', operation: 'PutItem', key: key('t6'), attributeValues: {} },
    ];
    const { result, error } = await ask({ operation: 'TransactWriteItems', transactItems: items });
    expect(result).toEqual({
      keys: null,
      cancellationReasons: [
        { item: { id: 't5', sk: '1', units: 5 }, type: 'ConditionCheckFailed', message: expect.any(String) },
        { type: 'None', message: 'None' },
      ],
    });
    expect(error?.type).toBe('DynamoDB:TransactionCanceledException');
  });

  test('returnValuesOnConditionCheckFailure: false leaves the item out', async () => {
    await put('t7', {});
    const condition = { expression: 'attribute_not_exists(id)', returnValuesOnConditionCheckFailure: false };
    const { result } = await ask({
      operation: 'TransactWriteItems',
      transactItems: [{ table: 'Rooms', operation: 'PutItem', key: key('t7'), condition }],
    });
    expect(result).toMatchObject({ cancellationReasons: [{ type: 'ConditionCheckFailed' }] });
    expect((result as { cancellationReasons: object[] }).cancellationReasons[0]).not.toHaveProperty('item');
  });

  test.each([
    [
      'a conflict',
      new AwsServiceError('TransactionCanceledException', 'cancelled', 400, {
        CancellationReasons: [{ Code: 'TransactionConflict', Message: 'ongoing' }],
      }),
      [{ type: 'TransactionConflict', message: 'ongoing' }],
      'DynamoDB:TransactionCanceledException',
    ],
    ['a throttle', new AwsServiceError('ThrottlingException', 'slow down', 400), null, 'DynamoDB:ThrottlingException'],
    ['a time-out', new DOMException('too late', 'TimeoutError'), null, 'DynamoDB:ExecutionTimeoutException'],
    ['a broken connection', new Error('socket hang up'), null, 'DynamoDB:SdkClientException'],
  ])(
    '%s has its type, and reasons only where the transaction was cancelled',
    async (_, failure, cancellationReasons, type) => {
      const source = dynamodbSource(table, 'eu-west-1', backends({ dynamodb: () => Promise.reject(failure) }));
      const answer = await invoke(source, {
        operation: 'TransactWriteItems',
        transactItems: [{ table: 'Rooms', operation: 'DeleteItem', key: key('t') }],
      });
      expect(answer.result).toEqual({ keys: null, cancellationReasons });
      expect(answer.error?.type).toBe(type);
    },
  );

  test('TransactGetItems answers items in order, null for missing ones', async () => {
    await put('t8', { units: { N: 2 } });
    const transactItems = [
      { table: 'Rooms', key: key('none') },
      { table: 'Rooms', key: key('t8'), projection: { expression: 'units' } },
    ];
    expect((await ask({ operation: 'TransactGetItems', transactItems })).result).toEqual({
      items: [null, { units: 2 }],
      cancellationReasons: null,
    });
  });
});

describe('a request that is not understood', () => {
  test.each([
    ['no operation', { key: key('a') }, "Value for field '$[operation]' not found."],
    [
      'an unknown operation',
      { operation: 'Frob' },
      "Unsupported operation 'Frob'. A DynamoDB data source knows GetItem, ",
    ],
    ['Sync', { operation: 'Sync' }, 'Sync needs a versioned data source, which the local runtime does not have.'],
    ['no key', { operation: 'GetItem' }, "Value for field '$[key]' not found."],
    [
      'an unknown property',
      { operation: 'GetItem', key: key('a'), consistant: true },
      "Unsupported element '$[consistant]'.",
    ],
    ['versioning', { operation: 'PutItem', key: key('a'), _version: 1 }, "Unsupported element '$[_version]'."],
    [
      'an unknown property inside',
      { operation: 'Query', query: { expression: 'a', values: {} } },
      "Unsupported element '$[query][values]'.",
    ],
    [
      'ConditionCheck without condition',
      {
        operation: 'TransactWriteItems',
        transactItems: [{ table: 'Rooms', operation: 'ConditionCheck', key: key('a') }],
      },
      "Value for field '$[transactItems][0][condition]' not found.",
    ],
    [
      'an empty transaction',
      { operation: 'TransactWriteItems', transactItems: [] },
      "'$[transactItems]' has 0 items, but must have 1 to 100.",
    ],
    [
      'an unknown strategy',
      {
        operation: 'DeleteItem',
        key: key('a'),
        condition: { expression: 'x', conditionalCheckFailedHandler: { strategy: 'Maybe' } },
      },
      "'$[condition][conditionalCheckFailedHandler][strategy]' is 'Maybe', but must be Reject or Custom.",
    ],
  ])('%s is an error of type MappingTemplate, and nothing is called', async (_, request, message) => {
    await expect(ask(request)).rejects.toMatchObject({
      errorType: 'MappingTemplate',
      message: expect.stringContaining(message),
    });
    expect(tables.calls).toEqual([]);
  });
});
