import { describe, expect, test } from 'vitest';
import type { ApiDefinition } from '../definition.ts';
import { code, NONE, pipeline, step, TABLE, testApi, unit } from '../testing/testApi.ts';

const SCHEMA = 'type Query { room: Room word: String } type Room { id: ID }';
const OK = code('return {}');
const COGNITO = {
  mode: 'AMAZON_COGNITO_USER_POOLS',
  userPoolId: 'p',
  issuer: 'http://127.0.0.1:1/p',
  defaultAction: 'ALLOW',
} as const;
const KEY = { mode: 'API_KEY', keys: [] } as const;
const both: Partial<ApiDefinition> = { providers: [{ ...KEY, keys: [] }, COGNITO] };

test('an API that fits together loads', () => {
  expect(() => testApi(SCHEMA, { resolvers: [unit('Query.room', 'none', OK)] })).not.toThrow();
});

describe('an API that would fail later is refused when it loads', () => {
  test.each<[string, string, Partial<ApiDefinition>, string]>([
    [
      'a resolver of no type',
      SCHEMA,
      { resolvers: [unit('Hotel.room', 'none', OK)] },
      'A resolver is for Hotel.room, but the schema has no type Hotel.',
    ],
    [
      'a resolver of no field',
      SCHEMA,
      { resolvers: [unit('Query.hotel', 'none', OK)] },
      'A resolver is for Query.hotel, but Query has no such field.',
    ],
    [
      'two resolvers of a field',
      SCHEMA,
      { resolvers: [unit('Query.room', 'none', OK), unit('Query.room', 'none', OK)] },
      'Query.room has two resolvers.',
    ],
    [
      'a resolver without data source',
      SCHEMA,
      { resolvers: [unit('Query.room', 'gone', OK)] },
      'The resolver Query.room names the data source gone, which does not exist.',
    ],
    [
      'a function without data source',
      SCHEMA,
      { functions: [step('f', 'gone', OK)] },
      'The function f names the data source gone, which does not exist.',
    ],
    [
      'a pipeline without its function',
      SCHEMA,
      { resolvers: [pipeline('Query.room', ['f'], OK)] },
      'The pipeline Query.room names the function f, which does not exist.',
    ],
    [
      'a pipeline of 11',
      SCHEMA,
      { functions: [step('f', 'none', OK)], resolvers: [pipeline('Query.room', Array(11).fill('f'), OK)] },
      'The pipeline Query.room has 11 functions: AppSync takes 10.',
    ],
    [
      'batches of a table',
      SCHEMA,
      { resolvers: [unit('Query.room', 'table', OK, 5)] },
      'The resolver Query.room has maxBatchSize 5, which only a Lambda data source knows.',
    ],
    [
      'a batch that is too large',
      SCHEMA,
      { resolvers: [unit('Query.room', 'function', OK, 2001)] },
      'The resolver Query.room has maxBatchSize 2001: it must be 0 to 2000.',
    ],
    [
      'two data sources of one name',
      SCHEMA,
      { dataSources: [NONE, { ...TABLE, name: 'none' }] },
      'Two data sources are named none.',
    ],
    ['a depth limit out of range', SCHEMA, { queryDepthLimit: 76 }, 'queryDepthLimit is 76: it must be 0 to 75.'],
    [
      'a mode twice',
      SCHEMA,
      {
        providers: [
          { mode: 'API_KEY', keys: [] },
          { mode: 'API_KEY', keys: [] },
        ],
      },
      'The API has API_KEY authorization more than once.',
    ],
    ['a directive nobody knows', 'type Query { a: String @frob }', {}, 'Unknown directive "@frob"'],
    [
      'an argument a directive does not have',
      'type Query { a: String @aws_api_key(x: 1) }',
      {},
      'Unknown argument "x" on directive "@aws_api_key"',
    ],
    [
      'a scalar of its own',
      'scalar Money type Query { a: Money }',
      {},
      'The schema defines scalar Money: AppSync takes no scalars but its own.',
    ],
    ['no Query', 'type Room { a: String }', {}, 'The schema has no Query type: AppSync needs one.'],
    [
      'a mode the API does not have',
      'type Query { a: String @aws_iam }',
      {},
      'Query.a has @aws_iam, but the API has no AWS_IAM authorization.',
    ],
    [
      '@aws_auth beside several modes',
      'type Query { a: String @aws_auth(cognito_groups: ["x"]) }',
      both,
      'Query.a has @aws_auth, which means nothing beside several authorization modes: use @aws_cognito_user_pools.',
    ],
    [
      'a type the mode can read nothing of',
      'type Query { room: Room @aws_cognito_user_pools } type Room { id: ID }',
      both,
      'Query.room lets AMAZON_COGNITO_USER_POOLS callers in, but of its type Room they may read no field.',
    ],
    [
      'a subscription to no mutation',
      `${SCHEMA} type Subscription { s: Room @aws_subscribe(mutations: ["m"]) }`,
      {},
      'Subscription.s subscribes to Mutation.m, which does not exist.',
    ],
    [
      'a subscription of another type',
      `${SCHEMA} type Mutation { m: String } type Subscription { s: Room @aws_subscribe(mutations: ["m"]) }`,
      {},
      'Subscription.s is a Room, but Mutation.m, which it subscribes to, is a String.',
    ],
  ])('%s', (_, schema, parts, message) => {
    expect(() => testApi(schema, parts)).toThrow(message);
  });
});
