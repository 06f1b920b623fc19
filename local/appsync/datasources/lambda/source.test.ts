import { describe, expect, test, vi } from 'vitest';
import { AwsServiceError, type Backends } from '../../definition.ts';
import { ask, backends, code, FUNCTION, testApi, unit } from '../../testing/testApi.ts';
import { invoke } from '../../testing/invoke.ts';
import { lambdaSource } from './source.ts';

const definition = FUNCTION as Extract<typeof FUNCTION, { type: 'AWS_LAMBDA' }>;
const source = (lambda: Backends['lambda']) => lambdaSource(definition, backends({ lambda }));

test('Invoke gives the function its payload alone and answers what it answers', async () => {
  const lambda = vi.fn<Backends['lambda']>(async () => ({ payload: { ok: true } }));
  expect(await invoke(source(lambda), { operation: 'Invoke', payload: { a: 1 } })).toEqual({
    result: { ok: true },
    error: null,
  });
  expect(lambda.mock.calls[0]?.[0]).toMatchObject({
    functionArn: definition.functionArn,
    roleArn: definition.roleArn,
    payload: { a: 1 },
    invocationType: 'RequestResponse',
  });
});

test('an Event answers null', async () => {
  const lambda: Backends['lambda'] = async () => ({ payload: 'ignored' });
  expect(await invoke(source(lambda), { operation: 'Invoke', payload: 1, invocationType: 'Event' })).toEqual({
    result: null,
    error: null,
  });
});

test("a function's error is Lambda:Unhandled with its message, whatever its own errorType", async () => {
  const lambda: Backends['lambda'] = async () => ({
    functionError: 'Unhandled',
    payload: { errorMessage: 'sold out', errorType: 'SoldOut' },
  });
  expect(await invoke(source(lambda), { operation: 'Invoke', payload: 1 })).toEqual({
    result: null,
    error: { type: 'Lambda:Unhandled', message: 'sold out' },
  });
});

test.each([
  [new AwsServiceError('TooManyRequestsException', 'Rate Exceeded.', 429), 'Lambda:TooManyRequestsException'],
  [new DOMException('late', 'TimeoutError'), 'Lambda:ExecutionTimeoutException'],
])('a call that failed is ctx.error (%#)', async (failure, type) => {
  expect(
    (
      await invoke(
        source(() => Promise.reject(failure)),
        { operation: 'Invoke' },
      )
    ).error?.type,
  ).toBe(type);
});

test.each([
  [{ operation: 'Invoke', payload: 1, function: 'x' }, "Unsupported element '$[function]'."],
  [{ operation: 'Frob' }, "Unsupported operation 'Frob'."],
  [{ operation: 'Invoke', invocationType: 'DryRun' }, "'$[invocationType]' is 'DryRun'"],
])('a request that is not understood is refused (%#)', async (request, message) => {
  await expect(invoke(source(vi.fn()), request)).rejects.toThrow(message);
});

describe('BatchInvoke', () => {
  const SCHEMA = 'type Query { rooms: [Room!]! } type Room { id: Int! price: Int }';
  const rooms = unit(
    'Query.rooms',
    'none',
    code('return {payload: [{id:1},{id:2},{id:3},{id:4},{id:5},{id:6},{id:7}]}'),
  );
  const price = (most: number, response?: string) =>
    unit('Room.price', 'function', code(`return {operation: 'BatchInvoke', payload: ctx.source.id}`, response), most);

  test.each([
    ['maxBatchSize of the resolver', 3, [3, 3, 1]],
    ['5 where none is set', 0, [5, 2]],
  ])('gathers sibling fields up to %s', async (_, most, sizes) => {
    const lambda = vi.fn<Backends['lambda']>(async ({ payload }) => ({
      payload: (payload as number[]).map((id) => id * 100),
    }));
    const { data } = await ask(
      testApi(SCHEMA, { resolvers: [rooms, price(most)] }, { lambda }),
      '{ rooms { id price } }',
    );
    expect(data.rooms.map((room: { price: number }) => room.price)).toEqual([100, 200, 300, 400, 500, 600, 700]);
    expect(lambda.mock.calls.map(([call]) => (call.payload as unknown[]).length)).toEqual(sizes);
  });

  test("each handler gets its own element, so one item's error stays its own", async () => {
    const lambda: Backends['lambda'] = async ({ payload }) => ({
      payload: (payload as number[]).map((id) =>
        id === 2 ? { data: null, errorMessage: 'no price', errorType: 'NoPrice' } : { data: id },
      ),
    });
    const response =
      'if (ctx.result.errorMessage) util.error(ctx.result.errorMessage, ctx.result.errorType); return ctx.result.data';
    const { data, errors } = await ask(
      testApi(SCHEMA, { resolvers: [rooms, price(10, response)] }, { lambda }),
      '{ rooms { price } }',
    );
    expect(data.rooms.map((room: { price: number }) => room.price)).toEqual([1, null, 3, 4, 5, 6, 7]);
    expect(errors).toMatchObject([{ path: ['rooms', 1, 'price'], errorType: 'NoPrice', message: 'no price' }]);
  });

  test('a function that fails, or answers another number of elements, fails every item', async () => {
    const failing: Backends['lambda'] = async () => ({ functionError: 'Unhandled', payload: { errorMessage: 'down' } });
    const first = await ask(
      testApi(SCHEMA, { resolvers: [rooms, price(10)] }, { lambda: failing }),
      '{ rooms { price } }',
    );
    expect(first.errors).toHaveLength(7);
    expect(first.errors?.[0]).toMatchObject({ errorType: 'Lambda:Unhandled', message: 'down' });
    const short: Backends['lambda'] = async () => ({ payload: [1] });
    const second = await ask(
      testApi(SCHEMA, { resolvers: [rooms, price(10)] }, { lambda: short }),
      '{ rooms { price } }',
    );
    expect(second.errors?.[0]?.message).toBe(
      'The function must answer a BatchInvoke of 7 with an array of as many elements, but answered an array of 1.',
    );
  });
});
