import { OAuth2Server } from 'oauth2-mock-server';
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import type { AuthProvider, Backends, IamCaller } from '../definition.ts';
import { API_KEY, ask, code, testApi, unit } from '../testing/testApi.ts';

const KEY: AuthProvider = { mode: 'API_KEY', keys: [{ id: 'k', key: API_KEY, expires: 2_000 }] };
const IAM: AuthProvider = { mode: 'AWS_IAM' };
const NOW = 1_000_000;
const REFUSED = {
  status: 401,
  errors: [{ errorType: 'UnauthorizedException', message: 'You are not authorized to make this call.' }],
};
const SHOW = unit(
  'Query.show',
  'none',
  code('return {payload: {identity: ctx.identity, type: util.authType()}}', 'return JSON.stringify(ctx.result)'),
);

describe('API keys', () => {
  const api = testApi('type Query { show: String }', { providers: [KEY], resolvers: [SHOW] }, {}, { now: () => NOW });

  test('a good key has no identity', async () => {
    expect(JSON.parse((await ask(api, '{ show }')).data.show)).toEqual({
      identity: null,
      type: 'API Key Authorization',
    });
  });
  test('an unknown key, and none, are 401', async () => {
    expect(await ask(api, '{ show }', {}, { 'x-api-key': 'da2-wrong' })).toMatchObject(REFUSED);
    expect(await ask(api, '{ show }', {}, {})).toMatchObject(REFUSED);
  });
  test('an expired key is 401', async () => {
    const later = testApi(
      'type Query { show: String }',
      { providers: [KEY], resolvers: [SHOW] },
      {},
      { now: () => 2_000_000 },
    );
    expect(await ask(later, '{ show }')).toMatchObject(REFUSED);
  });
});

describe('tokens', () => {
  const issuers = { cognito: new OAuth2Server(), oidc: new OAuth2Server(), stranger: new OAuth2Server() };
  const log = vi.fn();
  const published = vi.fn();
  let providers: [AuthProvider, ...AuthProvider[]];

  beforeAll(async () => {
    for (const server of Object.values(issuers)) {
      await server.issuer.keys.generate('RS256');
      await server.start(0, '127.0.0.1');
    }
    // A user pool publishes its keys at another path than the mock server does.
    const jwks = await fetch(`${issuers.cognito.issuer.url}/jwks`).then((response) => response.json());
    const real = globalThis.fetch;
    vi.stubGlobal('fetch', (url: URL | string, init?: RequestInit) => {
      if (String(url) !== `${issuers.cognito.issuer.url}/.well-known/jwks.json`) return real(url, init);
      published();
      return Promise.resolve(Response.json(jwks));
    });
    providers = [
      {
        mode: 'AMAZON_COGNITO_USER_POOLS',
        userPoolId: 'pool',
        issuer: issuers.cognito.issuer.url as string,
        clientIdPattern: 'web|app',
        defaultAction: 'ALLOW',
      },
      { mode: 'OPENID_CONNECT', issuer: issuers.oidc.issuer.url as string, clientIdPattern: 'shop', iatTtlMs: 60_000 },
      KEY,
    ];
  });
  afterAll(async () => {
    vi.unstubAllGlobals();
    await Promise.all(Object.values(issuers).map((server) => server.stop()));
  });

  const token = (server: OAuth2Server, claims: object, expiresIn = 3600) =>
    server.issuer.buildToken({ expiresIn, scopesOrTransform: (_, payload) => void Object.assign(payload, claims) });
  const pool = (claims: object = {}, expiresIn?: number) =>
    token(
      issuers.cognito,
      { sub: 'u1', token_use: 'id', aud: 'web', 'cognito:username': 'ann', 'cognito:groups': ['guest'], ...claims },
      expiresIn,
    );
  const api = (now?: () => number) =>
    testApi(
      'type Query { show: String @aws_cognito_user_pools @aws_oidc staff: String @aws_cognito_user_pools(cognito_groups: ["staff", "operator"]) key: String @aws_api_key }',
      { providers, resolvers: [SHOW] },
      {},
      now ? { log, now } : { log },
    );
  const as = (authorization: string) => ({ authorization });

  test('an ID token of the user pool is a Cognito identity', async () => {
    const { data } = await ask(api(), '{ show }', {}, { ...as(await pool()), 'x-forwarded-for': '9.9.9.9, 8.8.8.8' });
    expect(JSON.parse(data.show)).toMatchObject({
      type: 'User Pool Authorization',
      identity: {
        sub: 'u1',
        issuer: issuers.cognito.issuer.url,
        username: 'ann',
        claims: { 'cognito:username': 'ann' },
        sourceIp: ['9.9.9.9', '8.8.8.8', '127.0.0.1'],
        defaultAuthStrategy: 'ALLOW',
        groups: ['guest'],
      },
    });
  });

  test('an access token names its client in client_id', async () => {
    const access = {
      token_use: 'access',
      aud: undefined,
      client_id: 'app',
      username: 'ann',
      'cognito:username': undefined,
      'cognito:groups': undefined,
    };
    const { data } = await ask(api(), '{ show }', {}, as(await pool(access)));
    expect(JSON.parse(data.show).identity).toMatchObject({ username: 'ann', groups: null });
    expect(await ask(api(), '{ show }', {}, as(await pool({ ...access, client_id: 'other' })))).toMatchObject(REFUSED);
  });

  test('groups decide where the directive names some', async () => {
    const guest = await ask(api(), '{ staff }', {}, as(await pool()));
    expect(guest).toMatchObject({
      status: 200,
      data: { staff: null },
      errors: [
        {
          path: ['staff'],
          errorType: 'Unauthorized',
          message: 'Not Authorized to access staff on type Query',
          data: null,
          errorInfo: null,
        },
      ],
    });
    expect(
      (await ask(api(), '{ staff }', {}, as(await pool({ 'cognito:groups': ['operator'] })))).errors,
    ).toBeUndefined();
  });

  test('a token is verified once and remembered until it expires', async () => {
    let clock = Date.now();
    const one = api(() => clock);
    const authorization = await pool({}, 60);
    published.mockClear();
    for (let time = 0; time < 3; time += 1)
      expect((await ask(one, '{ show }', {}, { authorization })).status).toBe(200);
    expect(published).toHaveBeenCalledTimes(1);
    clock += 61_000;
    expect(await ask(one, '{ show }', {}, { authorization })).toMatchObject({
      status: 401,
      errors: [{ message: 'Token has expired.' }],
    });
  });

  test('an OIDC token is verified by its discovery document, its client and its age', async () => {
    const good = await token(issuers.oidc, { sub: 'o1', aud: 'shop' });
    const { data } = await ask(api(), '{ show }', {}, as(good));
    expect(JSON.parse(data.show)).toMatchObject({
      type: 'Open ID Connect Authorization',
      identity: { sub: 'o1', issuer: issuers.oidc.issuer.url, claims: { aud: 'shop' } },
    });
    expect(await ask(api(), '{ show }', {}, as(await token(issuers.oidc, { aud: 'else' })))).toMatchObject(REFUSED);
    const later = api(() => Date.now() + 61_000);
    expect(await ask(later, '{ show }', {}, as(good))).toMatchObject({
      status: 401,
      errors: [{ message: 'Token has expired.' }],
    });
  });

  test.each([
    ['what is no JWT', async () => 'nonsense', 'Unable to parse JWT token.'],
    ['a Bearer prefix', async () => `Bearer ${await pool()}`, 'Unable to parse JWT token.'],
    ['an expired token', () => pool({}, -10), 'Token has expired.'],
    ['another issuer', () => token(issuers.stranger, { token_use: 'id', aud: 'web' }), REFUSED.errors[0]?.message],
    [
      "another issuer's signature",
      async () => token(issuers.stranger, { iss: issuers.cognito.issuer.url, token_use: 'id', aud: 'web' }),
      REFUSED.errors[0]?.message,
    ],
    ['a refresh token', () => pool({ token_use: 'refresh' }), REFUSED.errors[0]?.message],
    ['another client', () => pool({ aud: 'webx' }), REFUSED.errors[0]?.message],
  ])('%s is 401', async (_, make, message) => {
    expect(await ask(api(), '{ show }', {}, as(await make()))).toMatchObject({
      status: 401,
      errors: [{ errorType: 'UnauthorizedException', message }],
    });
  });
});

describe('IAM', () => {
  const SCHEMA = `
    type Query { show: String @aws_iam  room: Room @aws_iam @aws_api_key  other: String @aws_iam }
    type Room @aws_iam @aws_api_key { id: ID  secret: String @aws_api_key }`;
  const caller: IamCaller = {
    accountId: '123456789012',
    userArn: 'arn:aws:sts::123456789012:assumed-role/worker/fn',
    username: 'worker',
    allows: (action, arn) => action === 'appsync:GraphQL' && !arn.endsWith('/types/Query/fields/other'),
  };
  const iamCaller = vi.fn<Backends['iamCaller']>(async ({ headers }) =>
    headers.authorization?.endsWith('good') ? caller : null,
  );
  const room = unit('Query.room', 'none', code(`return {payload: {id: 1, secret: 's'}}`));
  const api = testApi(SCHEMA, { providers: [KEY, IAM], resolvers: [SHOW, room] }, { iamCaller }, { now: () => NOW });
  const signed = { authorization: 'AWS4-HMAC-SHA256 good', 'x-api-key': API_KEY };

  test('a signature wins over an API key', async () => {
    const { data } = await ask(api, '{ show }', {}, signed);
    expect(JSON.parse(data.show)).toMatchObject({
      type: 'IAM Authorization',
      identity: { accountId: '123456789012', userArn: caller.userArn, username: 'worker', sourceIp: ['127.0.0.1'] },
    });
    expect(iamCaller.mock.calls[0]?.[0]).toMatchObject({
      method: 'POST',
      path: '/graphql',
      query: '',
      body: '{"query":"{ show }","variables":{}}',
    });
  });

  test('policies decide root fields, directives all others', async () => {
    const { data, errors } = await ask(api, '{ other room { id secret } }', {}, signed);
    expect(data).toEqual({ other: null, room: { id: '1', secret: null } });
    expect(errors?.map(({ message }) => message).sort()).toEqual([
      'Not Authorized to access other on type Query',
      'Not Authorized to access secret on type Room',
    ]);
  });

  test('a signature that does not hold is 401, whatever the API key', async () => {
    expect(await ask(api, '{ show }', {}, { ...signed, authorization: 'AWS4-HMAC-SHA256 bad' })).toMatchObject(REFUSED);
  });
});

describe('a Lambda authorizer', () => {
  const provider: AuthProvider = {
    mode: 'AWS_LAMBDA',
    functionArn: 'arn:authorizer',
    ttlSeconds: 300,
    identityValidationPattern: '^t-',
  };
  const make = (answer: object, clock = { now: NOW }) => {
    const lambda = vi.fn<Backends['lambda']>(async () => ({ payload: answer }));
    const api = testApi(
      'type Query { show: String a: String b: String }',
      { providers: [provider], resolvers: [SHOW] },
      { lambda },
      { now: () => clock.now },
    );
    return { api, lambda, clock, show: (authorization = 't-1') => ask(api, '{ show }', {}, { authorization }) };
  };

  test('gets the token and the operation; its context is the identity', async () => {
    const { lambda, show } = make({ isAuthorized: true, resolverContext: { tenant: 'x' } });
    expect(JSON.parse((await show()).data.show)).toEqual({
      type: 'Lambda Authorization',
      identity: { resolverContext: { tenant: 'x' } },
    });
    expect(lambda.mock.calls[0]?.[0]).toMatchObject({
      functionArn: 'arn:authorizer',
      payload: {
        authorizationToken: 't-1',
        requestContext: { apiId: 'testapi', accountId: '123456789012', queryString: '{ show }', variables: {} },
      },
    });
  });

  test("its answer holds for the provider's seconds, or its own ttlOverride", async () => {
    const plain = make({ isAuthorized: true });
    await plain.show();
    await plain.show();
    plain.clock.now += 300_001;
    await plain.show();
    expect(plain.lambda).toHaveBeenCalledTimes(2);
    const never = make({ isAuthorized: true, ttlOverride: 0 });
    await never.show();
    await never.show();
    expect(never.lambda).toHaveBeenCalledTimes(2);
  });

  test('denied fields are null, named short or by ARN', async () => {
    const { api } = make({
      isAuthorized: true,
      deniedFields: ['Query.a', 'arn:aws:appsync:r:1:apis/testapi/types/Query/fields/b'],
    });
    const { data, errors } = await ask(api, '{ a b show }', {}, { authorization: 't-1' });
    expect(data).toMatchObject({ a: null, b: null, show: expect.any(String) });
    expect(errors).toHaveLength(2);
  });

  test('no, a failure and a token off the pattern are 401', async () => {
    expect(await make({ isAuthorized: false }).show()).toMatchObject(REFUSED);
    expect(await make({}).show()).toMatchObject(REFUSED);
    const { lambda, show } = make({ isAuthorized: true });
    expect(await show('other')).toMatchObject(REFUSED);
    expect(lambda).not.toHaveBeenCalled();
  });
});

test('a field without directive belongs to the default mode only, and nested types too', async () => {
  const schema = `
    type Query { open: Room @aws_api_key @aws_iam  closed: String }
    type Room { id: ID @aws_api_key @aws_iam  name: String }`;
  const open = unit('Query.open', 'none', code(`return {payload: {id: 1, name: 'n'}}`));
  const api = testApi(schema, { providers: [IAM, KEY], resolvers: [open] }, {}, { now: () => NOW });
  const { data, errors } = await ask(api, '{ open { id name } closed }');
  expect(data).toEqual({ open: { id: '1', name: null }, closed: null });
  expect(errors?.map(({ message }) => message).sort()).toEqual([
    'Not Authorized to access closed on type Query',
    'Not Authorized to access name on type Room',
  ]);
});

test("a user pool that denies by default leaves fields without directive to nobody, and a type's directive holds for its fields", async () => {
  const schema = 'type Query @aws_api_key { a: String } type Mutation { b: String }';
  const denying: AuthProvider = {
    mode: 'AMAZON_COGNITO_USER_POOLS',
    userPoolId: 'p',
    issuer: 'http://127.0.0.1:1/p',
    defaultAction: 'DENY',
  };
  const api = testApi(schema, { providers: [denying, KEY] }, {}, { now: () => NOW });
  expect(await ask(api, '{ a }')).toMatchObject({ data: { a: null } });
  expect((await ask(api, '{ a }')).errors).toBeUndefined();
  expect((await ask(api, 'mutation { b }')).errors).toMatchObject([{ errorType: 'Unauthorized' }]);
});
