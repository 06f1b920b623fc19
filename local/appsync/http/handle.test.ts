import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { API_KEY, code, testApi, unit } from '../testing/testApi.ts';

const api = testApi(
  'type Query { word(a: String): String } type Mutation { change: String } type Subscription { changed: String @aws_subscribe(mutations: ["change"]) }',
  {
    resolvers: [unit('Query.word', 'none', code(`return {payload: ctx.args.a ?? 'w'}`))],
  },
);
let server: Server;
let url: string;

beforeAll(async () => {
  server = createServer(api.handle);
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/graphql`;
});
afterAll(() => new Promise((resolve) => server.close(resolve)));

const post = (body: string, headers: Record<string, string> = { 'x-api-key': API_KEY }) =>
  fetch(url, { method: 'POST', body, headers });

test('POST answers JSON, readable from any origin, with a request id', async () => {
  const response = await post(JSON.stringify({ query: '{ word }' }));
  expect(response.status).toBe(200);
  expect(await response.json()).toEqual({ data: { word: 'w' } });
  expect(response.headers.get('content-type')).toBe('application/json;charset=UTF-8');
  expect(response.headers.get('access-control-allow-origin')).toBe('*');
  expect(response.headers.get('x-amzn-requestid')).toMatch(/^[0-9a-f-]{36}$/);
  expect(response.headers.has('x-amzn-errortype')).toBe(false);
});

test('GET takes query, variables and operationName from the query string', async () => {
  const parameters = new URLSearchParams({
    query: 'query A { word } query B($a: String) { word(a: $a) }',
    variables: '{"a":"x"}',
    operationName: 'B',
  });
  const response = await fetch(`${url}?${parameters}`, { headers: { 'x-api-key': API_KEY } });
  expect(await response.json()).toEqual({ data: { word: 'x' } });
});

test('OPTIONS lets a browser send what it asked for', async () => {
  const response = await fetch(url, {
    method: 'OPTIONS',
    headers: { 'access-control-request-headers': 'x-api-key,content-type' },
  });
  expect(response.status).toBe(200);
  expect(response.headers.get('access-control-allow-headers')).toBe('x-api-key,content-type');
  expect(response.headers.get('access-control-allow-methods')).toContain('POST');
});

describe('what cannot be run', () => {
  test.each([
    ['an empty body', '', 400, 'MalformedHttpRequestException', 'Request body is empty.'],
    ['junk', 'meow', 400, 'MalformedHttpRequestException', 'Unable to parse GraphQL query.'],
    ['an empty object', '{}', 400, 'MalformedHttpRequestException', 'Unable to parse GraphQL query.'],
    ['an array', '[]', 400, 'MalformedHttpRequestException', 'Unable to parse GraphQL query.'],
    ['a batch', '[{"query":"{ word }"}]', 400, 'MalformedHttpRequestException', 'Unable to parse GraphQL query.'],
    [
      'a query with a syntax error',
      '{"query":"{ word"}',
      400,
      'MalformedHttpRequestException',
      'Unable to parse GraphQL query.',
    ],
    [
      'variables that are no object',
      '{"query":"{ word }","variables":[1]}',
      400,
      'MalformedHttpRequestException',
      'Unable to parse GraphQL query.',
    ],
    [
      'a subscription',
      '{"query":"subscription { changed }"}',
      400,
      'BadRequestException',
      'Subscriptions over MQTT is not supported.',
    ],
    [
      'more than 1 MB',
      `{"query":"{ word }${' '.repeat(1024 * 1024)}"}`,
      413,
      'RequestEntityTooLargeException',
      'The request is larger than 1 MB.',
    ],
  ])('%s', async (_, body, status, errorType, message) => {
    const response = await post(body);
    expect(response.status).toBe(status);
    expect(await response.json()).toEqual({ errors: [{ errorType, message }] });
    expect(response.headers.get('x-amzn-errortype')).toBe(errorType);
    expect(response.headers.get('access-control-allow-origin')).toBe('*');
  });

  test.each([
    [
      '{"query":"query A { word } query B { word }"}',
      'Must provide operation name if query contains multiple operations.',
    ],
    ['{"query":"query A { word }","operationName":"C"}', "Unknown operation named 'C'."],
  ])('no such operation (%#)', async (body, message) => {
    const response = await post(body);
    expect(response.status).toBe(200);
    expect(await response.json()).toEqual({ data: null, errors: [{ path: null, locations: null, message }] });
  });

  test('credentials come first', async () => {
    const response = await post('', {});
    expect(response.status).toBe(401);
    expect(await response.json()).toEqual({
      errors: [{ errorType: 'UnauthorizedException', message: 'You are not authorized to make this call.' }],
    });
  });

  test('another method', async () => {
    expect((await fetch(url, { method: 'DELETE', headers: { 'x-api-key': API_KEY } })).status).toBe(405);
  });
});
