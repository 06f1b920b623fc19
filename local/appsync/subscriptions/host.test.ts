import { describe, expect, test, vi } from 'vitest';
import type { Api } from '../api.ts';
import type { RealtimeHub, SubscribeOutcome } from '../realtime/contract.ts';
import { API_KEY, ask, code, NONE, testApi, unit } from '../testing/testApi.ts';

const SCHEMA = `
  type Query { a: String }
  type Mutation { change(id: ID!): Room other: Room }
  type Subscription {
    changed(id: ID, kind: Kind, city: String = "Bonn"): Room @aws_subscribe(mutations: ["change"])
    watched(id: ID): Room @aws_subscribe(mutations: ["change"])
  }
  type Room { id: ID! name: String price: Price kind: Kind at: AWSDateTime extra: AWSJSON }
  type Price { amount: Int }
  enum Kind { SINGLE DOUBLE }`;
const CHANGE = unit(
  'Mutation.change',
  'none',
  code(`return {payload: {id: ctx.args.id, name: 'N', price: {amount: 5}, kind: 'SINGLE', extra: {a: 1}}}`),
);
const HEADERS = { 'x-api-key': API_KEY };

async function subscribe(api: Api, query: string, variables = {}): Promise<SubscribeOutcome> {
  const caller = await api.realtimeHost.authenticate({ path: '/graphql', headers: HEADERS, body: '{}' });
  return api.realtimeHost.subscribe(caller, { query, variables }, HEADERS);
}

function hub() {
  return { publish: vi.fn<RealtimeHub['publish']>(async () => {}), invalidate: vi.fn<RealtimeHub['invalidate']>() };
}

describe('subscribing', () => {
  test('tells field, mutations and the arguments that were given, nulls kept', async () => {
    const api = testApi(SCHEMA);
    expect(await subscribe(api, 'subscription { changed(id: "7", kind: null) { id } }')).toMatchObject({
      kind: 'accepted',
      field: 'changed',
      mutations: ['change'],
      args: { id: '7', kind: null },
    });
    const query = 'subscription($id: ID, $kind: Kind) { changed(id: $id, kind: $kind) { id } }';
    expect(await subscribe(api, query, { kind: 'DOUBLE' })).toMatchObject({ args: { kind: 'DOUBLE' } });
    expect(await subscribe(api, query, { id: null })).toMatchObject({ args: { id: null } });
  });

  test('runs the resolver, which may set filters', async () => {
    const filter = `{filterGroup: [{filters: [{fieldName: 'id', operator: 'eq', value: ctx.args.id}]}]}`;
    const handlers = code(
      'return {payload: null}',
      `extensions.setSubscriptionFilter(${filter}); extensions.setSubscriptionInvalidationFilter(${filter}); return null`,
    );
    const outcome = await subscribe(
      testApi(SCHEMA, { resolvers: [unit('Subscription.watched', 'none', handlers)] }),
      'subscription { watched(id: "7") { id } }',
    );
    const expected = { filterGroup: [{ filters: [{ fieldName: 'id', operator: 'eq', value: '7' }] }] };
    expect(outcome).toMatchObject({ kind: 'accepted', filter: expected, invalidationFilter: expected });
  });

  test.each([
    ['a query', 'query { a }', {}, 'UnsupportedOperation', 'query not supported through the realtime channel'],
    [
      'an invalid document',
      'subscription { nope }',
      {},
      'ValidationError',
      "Validation error of type FieldUndefined: Field 'nope' in type 'Subscription' is undefined @ 'nope'",
    ],
    ['what does not parse', 'subscription {', {}, 'MalformedHttpRequestException', 'Unable to parse GraphQL query.'],
    [
      'a variable that does not fit',
      'subscription($k: Kind!) { changed(kind: $k) { id } }',
      {},
      'BadRequestException',
      "Variable 'k' has coerced Null value for NonNull type 'Kind!'",
    ],
  ])('%s is rejected', async (_, query, variables, errorType, message) => {
    expect(await subscribe(testApi(SCHEMA), query, variables)).toEqual({
      kind: 'rejected',
      errors: [{ errorType, message }],
    });
  });

  test('what the resolver raises rejects it, and so does authorization', async () => {
    const refusing = testApi(SCHEMA, {
      resolvers: [unit('Subscription.watched', 'none', code('util.unauthorized()'))],
    });
    expect(await subscribe(refusing, 'subscription { watched { id } }')).toMatchObject({
      kind: 'rejected',
      errors: [{ errorType: 'Unauthorized' }],
    });
    const ofBoth = SCHEMA.replaceAll(/type (Room|Price)/g, 'type $1 @aws_api_key @aws_iam').replace(
      'watched(id: ID): Room',
      'watched(id: ID): Room @aws_iam',
    );
    const keyAndIam = testApi(ofBoth, {
      providers: [{ mode: 'API_KEY', keys: [{ id: 'k', key: API_KEY, expires: 4e9 }] }, { mode: 'AWS_IAM' }],
    });
    expect(await subscribe(keyAndIam, 'subscription { watched { id } }')).toEqual({
      kind: 'rejected',
      errors: [{ errorType: 'Unauthorized', message: 'Not Authorized to access watched on type Subscription' }],
    });
  });

  test('bad credentials are an UnauthorizedError', async () => {
    const attempt = testApi(SCHEMA).realtimeHost.authenticate({
      path: '/graphql/connect',
      headers: { 'x-api-key': 'wrong' },
      body: '{}',
    });
    await expect(attempt).rejects.toMatchObject({
      errorType: 'UnauthorizedException',
      message: 'You are not authorized to make this call.',
    });
  });

  test('completes a published object with its own selection set, without resolvers; what is missing is null or an error', async () => {
    const outcome = await subscribe(
      testApi(SCHEMA, { resolvers: [unit('Room.name', 'none', code(`return {payload: 'resolved'}`))] }),
      'subscription { c: changed { room: id name price { amount } } }',
    );
    if (outcome.kind !== 'accepted') throw new Error('not accepted');
    expect(await outcome.select({ id: '7', name: 'published', price: { amount: 5 }, more: 1 })).toEqual({
      data: { c: { room: '7', name: 'published', price: { amount: 5 } } },
    });
    expect(await outcome.select({ id: '7' })).toEqual({ data: { c: { room: '7', name: null, price: null } } });
    expect(await outcome.select({ name: 'x' })).toMatchObject({
      data: { c: null },
      errors: [{ message: "Cannot return null for non-nullable type: 'ID' within parent 'Room' (/c/room)" }],
    });
  });
});

describe('publishing', () => {
  test('a mutation publishes what its selection set selected, by field name', async () => {
    const api = testApi(SCHEMA, { resolvers: [CHANGE] });
    const attached = hub();
    api.attachHub(attached);
    await ask(
      api,
      'mutation { m: change(id: 7) { id label: name ...P extra } } fragment P on Room { price { sum: amount } }',
    );
    expect(attached.publish.mock.calls).toEqual([
      ['change', { id: '7', name: 'N', price: { amount: 5 }, extra: '{"a":1}' }],
    ]);
  });

  test('each mutation of a request publishes in turn; failed, null and unsubscribed ones do not', async () => {
    const failing = unit('Mutation.other', 'none', code(`return {payload: {id: 1}}`));
    const change = unit(
      'Mutation.change',
      'none',
      code(
        `if (ctx.args.id === '0') util.error('no'); return {payload: ctx.args.id === '1' ? null : {id: ctx.args.id}}`,
      ),
    );
    const api = testApi(SCHEMA, { resolvers: [change, failing] });
    const attached = hub();
    api.attachHub(attached);
    await ask(
      api,
      'mutation { a: change(id: 0) { id } b: change(id: 1) { id } c: change(id: 2) { id } other { id } d: change(id: 3) { id } }',
    );
    expect(attached.publish.mock.calls).toEqual([
      ['change', { id: '2' }],
      ['change', { id: '3' }],
    ]);
  });

  test('invalidations follow', async () => {
    const handlers = code(
      `return {payload: {id: 1}}`,
      `extensions.invalidateSubscriptions({subscriptionField: 'changed', payload: {id: '7'}}); return ctx.result`,
    );
    const api = testApi(SCHEMA, { resolvers: [unit('Mutation.change', 'none', handlers)], dataSources: [NONE] });
    const attached = hub();
    api.attachHub(attached);
    await ask(api, 'mutation { change(id: 1) { id } }');
    expect(attached.invalidate.mock.calls).toEqual([['changed', { id: '7' }]]);
  });
});
