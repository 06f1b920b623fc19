import { once } from 'node:events';
import { WebSocket } from 'ws';
import { describe, expect, it } from 'vitest';
import { AUTHORIZATION } from './testing/testClient.ts';
import { startTestServer, type TestServer } from './testing/testServer.ts';

const base64 = (value: unknown): string => Buffer.from(JSON.stringify(value)).toString('base64');
const base64url = (value: unknown): string => Buffer.from(JSON.stringify(value)).toString('base64url');

describe('authorization of a connection', () => {
  it('takes headers from the query, and the payload as the signed body', async () => {
    const server = await startTestServer();
    const header = encodeURIComponent(base64({ host: 'api.example', 'X-Api-Key': 'good', 'X-Amz-Date': 'now' }));
    await server.connect({ url: `${server.url}?header=${header}&payload=e30=`, headers: {} });
    expect(server.host.authentications).toEqual([
      {
        path: '/graphql/connect',
        headers: { host: 'api.example', 'x-api-key': 'good', 'x-amz-date': 'now' },
        body: '{}',
      },
    ]);
  });

  it('takes headers from a second subprotocol', async () => {
    const server = await startTestServer();
    const client = await server.connect({
      protocols: ['graphql-ws', `header-${base64url(AUTHORIZATION)}`],
      headers: {},
    });
    expect(client.socket.protocol).toBe('graphql-ws');
    expect(server.host.authentications).toEqual([{ path: '/graphql/connect', headers: AUTHORIZATION, body: '{}' }]);
  });

  it('takes plain HTTP headers', async () => {
    const server = await startTestServer();
    await server.connect({ headers: { 'X-Api-Key': 'good' } });
    expect(server.host.authentications[0]).toMatchObject({ headers: { 'x-api-key': 'good' }, body: '{}' });
  });

  it('tells an unauthorized client so and closes', async () => {
    const server = await startTestServer();
    const client = await server.connect({ headers: { 'x-api-key': 'bad' } });
    const error = {
      errorType: 'UnauthorizedException',
      message: 'You are not authorized to make this call.',
      errorCode: 401,
    };
    expect(await client.next()).toEqual({ type: 'connection_error', payload: { errors: [error] } });
    expect(await client.closed).toEqual({ code: 4401, reason: 'UnauthorizedException' });
    expect(server.realtime.connections()).toBe(0);
  });

  it('does not tell a client what went wrong inside, but the log', async () => {
    const server = await startTestServer();
    server.host.authenticate = () => Promise.reject(new Error('keys unreachable'));
    const client = await server.connect();
    const errors = [{ errorType: 'InternalFailure', message: 'Internal error', errorCode: 500 }];
    expect(await client.next()).toEqual({ type: 'connection_error', payload: { errors } });
    expect(server.logged.join()).toContain('keys unreachable');
  });
});

describe('a handshake that cannot be read', () => {
  it.each([
    ['no subprotocol', { protocols: [] }, { message: 'NoProtocolError', errorCode: 400 }],
    ['another subprotocol', { protocols: ['mqtt'] }, { message: 'SubProtocolNotSupportedError', errorCode: 400 }],
    [
      'a header subprotocol alone',
      { protocols: [`header-${base64url(AUTHORIZATION)}`] },
      { message: 'SubProtocolNotSupportedError', errorCode: 400 },
    ],
    [
      'a header subprotocol that is no JSON',
      { protocols: ['graphql-ws', 'header-nonsense'] },
      {
        errorType: 'BadRequestException',
        message: 'subprotocol header- is not base64 of a JSON object of strings',
        errorCode: 400,
      },
    ],
  ])('%s', async (_what, options, error) => {
    const server = await startTestServer();
    const client = await server.connect(options);
    expect(await client.next()).toEqual({ type: 'connection_error', payload: { errors: [error] } });
    expect((await client.closed).code).toBe(4400);
    expect(server.host.authentications).toEqual([]);
  });

  it.each([
    ['header=%%%', 'header is not base64 of a JSON object of strings'],
    [`header=${base64([1])}`, 'header is not base64 of a JSON object of strings'],
    [`header=${base64(AUTHORIZATION)}&payload=x`, 'payload is not base64 of {}'],
  ])('query %s', async (query, message) => {
    const server = await startTestServer();
    const client = await server.connect({ url: `${server.url}?${query}` });
    const errors = [{ errorType: 'BadRequestException', message, errorCode: 400 }];
    expect(await client.next()).toEqual({ type: 'connection_error', payload: { errors } });
  });
});

describe('the server', () => {
  const answerTo = async (url: string): Promise<number | undefined> => {
    const socket = new WebSocket(url, ['graphql-ws'], { headers: AUTHORIZATION });
    socket.on('error', () => {});
    const [, response] = await once(socket, 'unexpected-response');
    return response.statusCode;
  };

  it('is at /graphql/realtime and nowhere else', async () => {
    const server = await startTestServer();
    expect(await answerTo(server.url.replace('/realtime', ''))).toBe(404);
    expect(await answerTo(server.url.replace('/graphql/realtime', '//'))).toBe(404);
  });

  it('counts connections', async () => {
    const server = await startTestServer();
    const first = await server.connect();
    await server.connect();
    expect(server.realtime.connections()).toBe(2);
    await leave(first, server);
    expect(server.realtime.connections()).toBe(1);
  });

  it('closes every connection and then takes none', async () => {
    const server = await startTestServer();
    const client = await server.connect();
    await server.realtime.close();
    expect(await client.closed).toEqual({ code: 1001, reason: 'The server is stopping' });
    expect(server.realtime.connections()).toBe(0);
    expect(await answerTo(server.url)).toBe(503);
  });

  it('cuts off a client that does not answer the close', async () => {
    const server = await startTestServer();
    const client = await server.connect();
    client.socket.pause();
    const closed = server.realtime.close();
    server.timers.advance(5_000);
    await closed;
    expect(server.realtime.connections()).toBe(0);
  });
});

/** Resolves when the server knows that the client has left. */
async function leave(client: { socket: WebSocket; closed: Promise<unknown> }, server: TestServer): Promise<void> {
  const before = server.realtime.connections();
  client.socket.close();
  await client.closed;
  await expect.poll(() => server.realtime.connections()).toBe(before - 1);
}
