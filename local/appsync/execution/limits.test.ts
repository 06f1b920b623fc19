import { describe, expect, test } from 'vitest';
import { ask, code, testApi, unit } from '../testing/testApi.ts';

const SCHEMA =
  'type Query { next: Next word: String } type Next { next: Next value: String many: [Next!] word: String }';
const NEXT = unit(
  'Query.next',
  'none',
  code(`return {payload: {next: {next: {value: 'deep'}, value: 'mid'}, many: [{value: '1'}]}}`),
);
const WORD = unit('Query.word', 'none', code(`return {payload: 'w'}`));

test('fields deeper than queryDepthLimit are null with QueryDepthLimitReached, list positions not counted', async () => {
  const api = testApi(SCHEMA, { resolvers: [NEXT], queryDepthLimit: 3 });
  const { data, errors } = await ask(api, '{ next { next { value next { value } } many { value } } }');
  expect(data).toEqual({ next: { next: { value: 'mid', next: { value: null } }, many: [{ value: '1' }] } });
  expect(errors).toMatchObject([{ errorType: 'QueryDepthLimitReached', path: ['next', 'next', 'next', 'value'] }]);
});

test('resolvers past resolverCountLimit do not run', async () => {
  const api = testApi(SCHEMA, { resolvers: [WORD], resolverCountLimit: 2 });
  const { data, errors } = await ask(api, '{ a: word b: word c: word }');
  expect(data).toEqual({ a: 'w', b: 'w', c: null });
  expect(errors).toMatchObject([{ errorType: 'ResolverExecutionLimitReached', path: ['c'] }]);
});

describe('time', () => {
  const slow = { dynamodb: () => new Promise<never>(() => {}) };
  const asks = `return {operation: 'GetItem', key: {id: {S: '1'}}}`;

  test('a data source that outlives the request is ctx.error, even when it does not heed the signal', async () => {
    const api = testApi(SCHEMA, { resolvers: [unit('Query.word', 'table', code(asks))] }, slow, { requestMs: 30 });
    const { data, errors } = await ask(api, '{ word }');
    expect(data).toEqual({ word: null });
    expect(errors).toMatchObject([
      { errorType: 'DynamoDB:ExecutionTimeoutException', message: 'Execution timed out.' },
    ]);
  });

  test('what would ask a data source after that is ExecutionTimeout', async () => {
    const word = unit('Query.word', 'table', code(asks, `return 'went on'`));
    const inner = unit('Next.word', 'none', code(`return {payload: 1}`));
    const next = unit('Query.next', 'table', code(asks, 'return {}'));
    const api = testApi(SCHEMA, { resolvers: [word, next, inner] }, slow, { requestMs: 30 });
    const { data, errors } = await ask(api, '{ word next { word } }');
    expect(data).toEqual({ word: 'went on', next: { word: null } });
    expect(errors).toMatchObject([{ errorType: 'ExecutionTimeout', path: ['next', 'word'] }]);
  });
});

describe('size', () => {
  test('a handler that evaluates to more than 5 MB is an error', async () => {
    const item = { id: { S: '1' }, text: { S: 'x'.repeat(5 * 1024 * 1024) } };
    const handlers = code(`return {operation: 'GetItem', key: {id: {S: '1'}}}`, 'return ctx.result.text');
    const api = testApi(
      SCHEMA,
      { resolvers: [unit('Query.word', 'table', handlers)] },
      { dynamodb: async () => ({ Item: item }) },
    );
    expect((await ask(api, '{ word }')).errors).toMatchObject([
      { message: 'The evaluated result is larger than 5 MB.' },
    ]);
  });

  test('a response of more than 5 MB is an error instead', async () => {
    const item = { text: { S: 'x'.repeat(2 * 1024 * 1024) } };
    const handlers = code(`return {operation: 'GetItem', key: {id: {S: '1'}}}`, 'return ctx.result.text');
    const api = testApi(
      SCHEMA,
      { resolvers: [unit('Query.word', 'table', handlers)] },
      { dynamodb: async () => ({ Item: item }) },
    );
    const { data, errors } = await ask(api, '{ a: word b: word c: word }');
    expect(data).toBeNull();
    expect(errors).toMatchObject([{ message: 'The response is larger than 5 MB.' }]);
  });
});
