import { describe, expect, it } from 'vitest';
import { UnauthorizedError } from '../../errors/requestError.ts';
import { AUTHORIZATION, startMessage } from '../testing/testClient.ts';
import { startTestServer } from '../testing/testServer.ts';

const unsupported = {
  errorType: 'UnsupportedOperation',
  message: 'unknown not supported through the realtime channel',
};
const malformed = { errorType: 'BadRequestException', message: 'The message is not a JSON object.' };

describe('connection_init', () => {
  it('is acknowledged, then comes the first keep-alive', async () => {
    const server = await startTestServer();
    const client = await server.connect();
    client.send({ type: 'connection_init' });
    expect(await client.next()).toEqual({ type: 'connection_ack', payload: { connectionTimeoutMs: 300_000 } });
    expect(await client.next('ka')).toEqual({ type: 'ka' });
  });

  it('may be left out: the guide calls it optional', async () => {
    const server = await startTestServer();
    const client = await server.connect();
    client.start('a');
    expect(await client.next()).toEqual({ type: 'start_ack', id: 'a' });
  });
});

describe('start', () => {
  it('is authorized on its own, with the signed text of its data', async () => {
    const server = await startTestServer();
    const client = await server.connect();
    const message = startMessage('a', { id: 'b1' }, { ...AUTHORIZATION, 'X-Extra': '1' });
    client.send(message);
    await client.next('start_ack');
    const headers = { ...AUTHORIZATION, 'x-extra': '1' };
    expect(server.host.authentications[1]).toEqual({ path: '/graphql', headers, body: message.payload.data });
    const operation = {
      query: 'subscription { onBookingChanged { id } }',
      variables: { id: 'b1' },
      operationName: null,
    };
    expect(server.host.subscribed).toEqual([{ operation, headers }]);
  });

  it('does not inherit the authorization of the connection', async () => {
    const server = await startTestServer();
    const client = await server.connect();
    client.send(startMessage('a', {}, {}));
    const errors = [{ errorType: 'UnauthorizedException', message: new UnauthorizedError().message }];
    expect(await client.next()).toEqual({ type: 'error', id: 'a', payload: { errors } });
    expect(server.host.subscribed).toEqual([]);
  });

  it('is rejected with the errors of the operation, and its id is free again', async () => {
    const server = await startTestServer();
    const client = await server.connect();
    server.host.reject = [{ errorType: 'Unauthorized', message: 'Not Authorized to access onBookingChanged' }];
    client.start('a');
    expect(await client.next()).toEqual({ type: 'error', id: 'a', payload: { errors: server.host.reject } });
    server.host.reject = null;
    await client.subscribe('a');
  });

  it('answers a fault of the host without its details', async () => {
    const server = await startTestServer();
    const client = await server.connect();
    server.host.subscribe = () => Promise.reject(new Error('secret'));
    client.start('a');
    const errors = [{ errorType: 'InternalFailure', message: 'Internal error' }];
    expect(await client.next()).toEqual({ type: 'error', id: 'a', payload: { errors } });
    expect(server.logged.join()).toContain('secret');
  });

  it.each(['running', 'starting'])('refuses an id that is %s already', async (state) => {
    const server = await startTestServer();
    const client = await server.connect();
    if (state === 'running') await client.subscribe('a');
    else {
      server.host.hold = new Promise(() => {});
      client.start('a');
    }
    client.start('a');
    const errors = [{ errorType: 'DuplicatedOperationError', message: 'Duplicated operation with id a' }];
    expect(await client.next()).toEqual({ type: 'error', id: 'a', payload: { errors } });
    if (state === 'starting') return;
    await server.realtime.hub.publish('publishBookingChange', { id: 'b1' });
    expect(await client.next()).toMatchObject({ type: 'data', id: 'a' });
  });

  it('refuses a malformed filter of the resolver, and says what is wrong', async () => {
    const server = await startTestServer();
    const client = await server.connect();
    const filters = [{ fieldName: 'id', operator: 'like', value: 'b%' }];
    server.host.accept = { filter: { filterGroup: [{ filters }] } };
    client.start('a');
    const answer = await client.next();
    expect(answer).toMatchObject({ type: 'error', id: 'a' });
    expect(JSON.stringify(answer)).toContain('InvalidSubscriptionFilter');
    expect(JSON.stringify(answer)).toContain('there is no operator');
    expect(server.logged.join()).toContain('there is no operator "like"');
  });
});

describe('stop', () => {
  it('completes the subscription, which then gets nothing more', async () => {
    const server = await startTestServer();
    const client = await server.connect();
    await client.subscribe('a');
    client.send({ type: 'stop', id: 'a' });
    expect(await client.next()).toEqual({ type: 'complete', id: 'a' });
    await server.realtime.hub.publish('publishBookingChange', { id: 'b1' });
    await client.subscribe('a');
    expect(client.waiting).toEqual([]);
  });

  it('ends a subscription that is still starting', async () => {
    const server = await startTestServer();
    const client = await server.connect();
    const { promise, resolve } = Promise.withResolvers<void>();
    server.host.hold = promise;
    client.start('a');
    client.send({ type: 'stop', id: 'a' });
    expect(await client.next()).toEqual({ type: 'complete', id: 'a' });
    resolve();
    await client.subscribe('b');
    await server.realtime.hub.publish('publishBookingChange', { id: 'b1' });
    expect(await client.next()).toMatchObject({ type: 'data', id: 'b' });
    expect(client.waiting).toEqual([]);
  });

  it('drops data that was being selected', async () => {
    const server = await startTestServer();
    const client = await server.connect();
    const { promise, resolve } = Promise.withResolvers<{ data: unknown }>();
    server.host.accept = { select: () => promise };
    await client.subscribe('a');
    const published = server.realtime.hub.publish('publishBookingChange', { id: 'b1' });
    client.send({ type: 'stop', id: 'a' });
    await client.next('complete');
    resolve({ data: {} });
    await published;
    await client.subscribe('b');
    expect(client.waiting).toEqual([]);
  });

  it('is an error for an id that does not exist', async () => {
    const server = await startTestServer();
    const client = await server.connect();
    client.send({ type: 'stop', id: 'a' });
    const errors = [{ errorType: 'UnknownOperationError', message: 'Unknown operation id a' }];
    expect(await client.next()).toEqual({ type: 'error', id: 'a', payload: { errors } });
  });
});

describe('a message that cannot be read', () => {
  const { payload } = startMessage('a', {});

  it.each([
    ['no JSON', '{"type":', { payload: { errors: [malformed] } }],
    ['no object', '[]', { payload: { errors: [malformed] } }],
    ['an unknown type', '{"type":"subscribe","id":"a"}', { id: 'a', payload: { errors: [unsupported] } }],
    ['no type', '{}', { payload: { errors: [unsupported] } }],
    ['a number as id', '{"type":"stop","id":1}', { payload: { errors: [unsupported] } }],
    ['start without id', JSON.stringify({ type: 'start', payload }), { payload: { errors: [unsupported] } }],
    ['start without payload', '{"type":"start","id":"a"}', { id: 'a', payload: { errors: [unsupported] } }],
    [
      'a query outside of data',
      JSON.stringify({ type: 'start', id: 'a', payload: { query: 'subscription { a }' } }),
      { id: 'a', payload: { errors: [unsupported] } },
    ],
    [
      'data that is no JSON',
      JSON.stringify({ type: 'start', id: 'a', payload: { data: 'subscription { a }' } }),
      { id: 'a', payload: { errors: [unsupported] } },
    ],
    [
      'variables that are a list',
      JSON.stringify({ type: 'start', id: 'a', payload: { data: '{"query":"q","variables":[]}' } }),
      { id: 'a', payload: { errors: [unsupported] } },
    ],
  ])('%s', async (_what, text, answer) => {
    const server = await startTestServer();
    const client = await server.connect();
    client.socket.send(text);
    expect(await client.next()).toEqual({ type: 'error', ...answer });
    expect(server.logged).toHaveLength(1);
    // The connection lives on.
    await client.subscribe('a');
  });

  it('binary', async () => {
    const server = await startTestServer();
    const client = await server.connect();
    client.socket.send(Buffer.from('{"type":"connection_init"}'), { binary: true });
    expect(await client.next()).toEqual({ type: 'error', payload: { errors: [malformed] } });
  });
});
