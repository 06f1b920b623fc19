import { createServer, type RequestListener, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach, expect, test } from 'vitest';
import { createGraphqlClient, isRetryable, type Outcome } from './graphqlClient.ts';

let server: Server | undefined;

afterEach(() => {
  server?.closeAllConnections();
  server?.close();
});

async function ask(listener: RequestListener, timeoutMs = 5_000): Promise<Outcome<{ a: number }>> {
  const listening = createServer(listener);
  server = listening;
  await new Promise<void>((resolve) => listening.listen(0, '127.0.0.1', resolve));
  const { port } = listening.address() as AddressInfo;
  const client = createGraphqlClient(`http://127.0.0.1:${port}/graphql`, { connections: 1, timeoutMs });
  const outcome = await client.send<{ a: number }>('{ a }', {}, 'token');
  await client.close();
  return outcome;
}

test('an answer with data is ok', async () => {
  const outcome = await ask((request, response) =>
    response.end(`{"data":{"a":${request.headers.authorization === 'token' ? 1 : 0}}}`),
  );
  expect(outcome).toEqual({ kind: 'ok', data: { a: 1 } });
});

test('a refusal carries the error type and is retried only when the server says so', async () => {
  const final = await ask((_, response) =>
    response.end('{"data":null,"errors":[{"message":"Gone.","errorType":"SoldOut"}]}'),
  );
  expect(final).toEqual({ kind: 'refused', type: 'SoldOut', message: 'Gone.', retryable: false });
  expect(isRetryable(final)).toBe(false);
  const body = '{"errors":[{"message":"Busy.","errorType":"BookingContention","errorInfo":{"retryable":true}}]}';
  expect(isRetryable(await ask((_, response) => response.end(body)))).toBe(true);
});

test('a server failure, a broken connection and a late answer are unanswered', async () => {
  const failed = await ask((_, response) => response.writeHead(500).end('oops'));
  const broken = await ask((request) => request.socket.destroy());
  const late = await ask(() => undefined, 50);
  for (const outcome of [failed, broken, late]) {
    expect(outcome.kind).toBe('unanswered');
    expect(isRetryable(outcome)).toBe(true);
  }
});
