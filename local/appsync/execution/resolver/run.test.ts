import { describe, expect, test, vi } from 'vitest';
import { AwsServiceError, type Backends } from '../../definition.ts';
import { ask, code, pipeline, step, testApi, unit } from '../../testing/testApi.ts';

const SCHEMA = `
  type Query { room(id: ID, at: AWSJSON): Room  word(a: String, b: Int = 3): String  rooms: [Room!] }
  type Room { id: ID! name: String price: Price word: String }
  type Price { amount: Int currency: String }`;

const failing: Partial<Backends> = {
  dynamodb: async () => Promise.reject(new AwsServiceError('ThrottlingException', 'slow down', 400)),
};

describe('a unit resolver', () => {
  test('runs request, data source and response', async () => {
    const api = testApi(SCHEMA, {
      resolvers: [unit('Query.word', 'none', code(`return {payload: 'a' + ctx.args.a}`, `return ctx.result + '!'`))],
    });
    expect(await ask(api, '{ word(a: "b") }')).toMatchObject({ status: 200, data: { word: 'ab!' } });
  });

  test('early return in the request handler skips data source and response handler', async () => {
    const api = testApi(SCHEMA, {
      resolvers: [unit('Query.word', 'table', code(`runtime.earlyReturn('early')`, `return 'late'`))],
    });
    expect((await ask(api, '{ word }')).data).toEqual({ word: 'early' });
  });

  test('a failed data source runs the response handler with ctx.error, which may pass over it', async () => {
    const handlers = code(
      `return {operation: 'GetItem', key: {id: {S: '1'}}}`,
      `return ctx.error.type + ': ' + ctx.error.message`,
    );
    const api = testApi(SCHEMA, { resolvers: [unit('Query.word', 'table', handlers)] }, failing);
    const { data, errors } = await ask(api, '{ word }');
    expect(data.word).toBe('DynamoDB:ThrottlingException: slow down (Service: DynamoDb, Status Code: 400)');
    expect(errors).toBeUndefined();
  });

  test('a request the data source does not understand is an error without the response handler', async () => {
    const api = testApi(SCHEMA, {
      resolvers: [unit('Query.word', 'table', code(`return {operation: 'Frob'}`, `return 'handled'`))],
    });
    expect(await ask(api, '{ word }')).toMatchObject({
      data: { word: null },
      errors: [{ errorType: 'MappingTemplate', path: ['word'] }],
    });
  });
});

describe('a pipeline', () => {
  const NAMED = code(
    `return {payload: ctx.prev.result + ctx.stash.mark}`,
    `ctx.stash.mark = ctx.stash.mark + '+'; return ctx.result`,
  );
  const OUTER = code(
    `ctx.stash.mark = '.'; return 'before'`,
    `return ctx.prev.result + '|' + ctx.result + '|' + ctx.stash.mark`,
  );

  test('hands ctx.prev.result and the stash from before through the functions to after', async () => {
    const api = testApi(SCHEMA, {
      functions: [step('f', 'none', NAMED), step('g', 'none', NAMED)],
      resolvers: [pipeline('Query.word', ['f', 'g'], OUTER)],
    });
    expect((await ask(api, '{ word }')).data.word).toBe('before..+|before..+|.++');
  });

  test.each([
    ['goes on with the next function', '', 'early.'],
    ['goes to the response handler with skipTo END', `, {skipTo: 'END'}`, 'early'],
  ])('early return in a function %s', async (_, options, expected) => {
    const early = code(`runtime.earlyReturn('early'${options})`, `return 'never'`);
    const after = code(`ctx.stash.mark = '.'; return null`, `return ctx.prev.result`);
    const api = testApi(SCHEMA, {
      functions: [step('f', 'none', early), step('g', 'none', NAMED)],
      resolvers: [pipeline('Query.word', ['f', 'g'], after)],
    });
    expect((await ask(api, '{ word }')).data.word).toBe(expected);
  });

  test('early return in its own request handler goes to its response handler', async () => {
    const outer = code(`runtime.earlyReturn('early', {skipTo: 'NEXT'})`, `return ctx.prev.result + '!'`);
    const api = testApi(SCHEMA, {
      functions: [step('f', 'none', NAMED)],
      resolvers: [pipeline('Query.word', ['f'], outer)],
    });
    expect((await ask(api, '{ word }')).data.word).toBe('early!');
  });

  test('util.error in a function ends it; the response handler does not run', async () => {
    const log = vi.fn();
    const failed = code(`util.error('no room', 'SoldOut')`, 'return 1');
    const outer = code('return null', `console.log('after'); return null`);
    const api = testApi(
      SCHEMA,
      { functions: [step('f', 'none', failed)], resolvers: [pipeline('Query.word', ['f'], outer)] },
      {},
      { log },
    );
    expect((await ask(api, '{ word }')).errors).toMatchObject([{ errorType: 'SoldOut', message: 'no room' }]);
    expect(log).not.toHaveBeenCalled();
  });

  test("its response handler sees the last function's data source error that the function passed over", async () => {
    const lenient = code(`return {operation: 'GetItem', key: {id: {S: '1'}}}`, 'return null');
    const outer = code('return null', 'return ctx.error.type');
    const api = testApi(
      SCHEMA,
      { functions: [step('f', 'table', lenient)], resolvers: [pipeline('Query.word', ['f'], outer)] },
      failing,
    );
    expect((await ask(api, '{ word }')).data.word).toBe('DynamoDB:ThrottlingException');
  });
});

describe('errors', () => {
  const room = `{id: '1', name: 'A', price: {amount: 5, currency: 'EUR'}}`;

  test('util.error gives type, data as selected, info, path and location; the field is null', async () => {
    const api = testApi(SCHEMA, {
      resolvers: [unit('Query.room', 'none', code(`util.error('no', 'Sold', ${room}, {why: 1})`))],
    });
    const answer = await ask(api, 'query {\n  r: room { name price { amount } }\n}');
    expect(answer.data).toEqual({ r: null });
    expect(answer.errors).toEqual([
      {
        path: ['r'],
        data: { name: 'A', price: { amount: 5 } },
        errorType: 'Sold',
        errorInfo: { why: 1 },
        locations: [{ line: 2, column: 3, sourceName: null }],
        message: 'no',
      },
    ]);
  });

  test('util.appendError adds errors and keeps the value', async () => {
    const api = testApi(SCHEMA, {
      resolvers: [
        unit('Query.room', 'none', code('return {}', `util.appendError('a bit off', 'Odd', ${room}); return ${room}`)),
      ],
    });
    const answer = await ask(api, '{ room { name } }');
    expect(answer.data).toEqual({ room: { name: 'A' } });
    expect(answer.errors).toEqual([
      {
        path: ['room'],
        data: { name: 'A' },
        errorType: 'Odd',
        errorInfo: null,
        locations: [{ line: 1, column: 3, sourceName: null }],
        message: 'a bit off',
      },
    ]);
  });

  test('util.unauthorized is errorType Unauthorized', async () => {
    const api = testApi(SCHEMA, { resolvers: [unit('Query.word', 'none', code('util.unauthorized()'))] });
    expect((await ask(api, '{ word }')).errors).toMatchObject([{ errorType: 'Unauthorized' }]);
  });
});

describe('the context', () => {
  const SHOW = code('return {payload: ctx}', 'return JSON.stringify(ctx.result)');
  const show = async (query: string, variables = {}, headers?: Record<string, string>) => {
    const api = testApi(SCHEMA, { resolvers: [unit('Query.word', 'none', SHOW)] });
    return JSON.parse((await ask(api, query, variables, headers)).data.word);
  };

  test('has arguments with defaults, without what was omitted, with what was null', async () => {
    expect((await show('{ word }')).arguments).toEqual({ b: 3 });
    expect((await show('query($a: String) { word(a: $a, b: null) }')).arguments).toEqual({ b: null });
    expect((await show('query($a: String) { word(a: $a) }', { a: null })).arguments).toEqual({ a: null, b: 3 });
  });

  test('has environment, request headers, info and no identity for an API key', async () => {
    const context = await show(
      'query($a: String) { word(a: $a) }',
      { a: 'x', more: 1 },
      { 'x-api-key': 'da2-testkey', 'x-mine': 'yes' },
    );
    expect(context).toMatchObject({
      env: { TABLE: 'Rooms' },
      identity: null,
      request: { headers: { 'x-mine': 'yes' }, domainName: null },
      info: {
        fieldName: 'word',
        parentTypeName: 'Query',
        variables: { a: 'x', more: 1 },
        selectionSetList: [],
        selectionSetGraphQL: '',
      },
    });
  });

  test('AWSJSON arguments are parsed, AWSJSON results written', async () => {
    const schema = 'type Query { echo(at: AWSJSON): AWSJSON }';
    const api = testApi(schema, {
      resolvers: [unit('Query.echo', 'none', code('return {payload: {is: ctx.args.at.deep[0]}}'))],
    });
    expect((await ask(api, 'query($at: AWSJSON) { echo(at: $at) }', { at: '{"deep":[7]}' })).data.echo).toBe(
      '{"is":7}',
    );
    expect((await ask(api, '{ echo(at: "{\\"deep\\":[8]}") }')).data.echo).toBe('{"is":8}');
  });

  test('info lists aliases and spreads fragments; the text keeps them', async () => {
    const inside = code(
      'return {payload: {id: 1, name: ctx.info.selectionSetList.join(" "), word: ctx.info.selectionSetGraphQL}}',
    );
    const api = testApi(SCHEMA, { resolvers: [unit('Query.room', 'none', inside)] });
    const query =
      'query { room { id label: name word price { amount } ...More ... on Room { n2: name } } } fragment More on Room { price { currency } }';
    const { data } = await ask(api, query);
    expect(data.room.label).toBe('id label word price price/amount price/currency n2');
    expect(data.room.word).toContain('...More');
    expect(data.room.word).toMatch(/^\{\n {2}id\n {2}label: name/);
  });
});

test('a resolver of a field gets its parent as source; fields without one are properties of it', async () => {
  const rooms = unit('Query.rooms', 'none', code(`return {payload: [{id: 'a', name: 'A', price: null}, {id: 'b'}]}`));
  const price = unit('Room.price', 'none', code('return {payload: {amount: 7, currency: ctx.source.id}}'));
  const { data } = await ask(
    testApi(SCHEMA, { resolvers: [rooms, price] }),
    '{ rooms { __typename name price { currency } } }',
  );
  expect(data.rooms).toEqual([
    { __typename: 'Room', name: 'A', price: { currency: 'a' } },
    { __typename: 'Room', name: null, price: { currency: 'b' } },
  ]);
});
