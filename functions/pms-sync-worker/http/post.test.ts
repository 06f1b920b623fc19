import { once } from 'node:events';
import { createServer, type RequestListener, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { text } from 'node:stream/consumers';
import { afterAll, beforeAll, expect, it, vi } from 'vitest';
import type { HttpAnswer } from '../../../core/pms/outcome.ts';
import type { Post } from './post.ts';

const servers: Server[] = [];
let post: (wanted: Post) => Promise<HttpAnswer<string>>;

beforeAll(async () => {
  const numbers = { MAX_RECEIVES: '5', MAX_RETRIES: '3', BACKOFF_RATE: '2', INITIAL_BACKOFF_SECONDS: '1' };
  const settings = { CIRCUIT_OPEN_SECONDS: '300', CIRCUIT_FAILURES: '5', CALL_TIMEOUT_SECONDS: '0.5' };
  const tables = { BOOKINGS_TABLE: 'b', OPERATIONS_TABLE: 'o', AWS_ENDPOINT_URL: 'http://127.0.0.1:9' };
  for (const [name, value] of Object.entries({ ...numbers, ...settings, ...tables })) vi.stubEnv(name, value);
  ({ post } = await import('./post.ts'));
});
afterAll(() => {
  for (const server of servers) server.closeAllConnections();
  for (const server of servers) server.close();
  vi.unstubAllEnvs();
});

async function serve(answer: RequestListener): Promise<string> {
  const server = createServer(answer).listen(0, '127.0.0.1');
  servers.push(server);
  await once(server, 'listening');
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}/in`;
}

const send = (endpoint: string) => post({ endpoint, headers: { 'content-type': 'text/plain' }, body: 'häppchen' });

it('posts a body and reads the answer', async () => {
  const endpoint = await serve((request, response) => {
    response.writeHead(503, { 'retry-after': '7' });
    void text(request).then((body) => response.end(`${request.method} ${body}`));
  });
  expect(await send(endpoint)).toEqual({ status: 503, retryAfterSeconds: 7, body: 'POST häppchen' });
});

it('follows no redirect', async () => {
  const seen: (string | undefined)[] = [];
  const endpoint = await serve((request, response) => {
    seen.push(request.url);
    response.writeHead(307, { location: '/elsewhere' }).end();
  });
  expect(await send(endpoint)).toMatchObject({ status: 307 });
  expect(seen).toEqual(['/in']);
});

it('reads no answer without an end', async () => {
  const endpoint = await serve((_, response) => {
    const more = () => void (response.destroyed || response.write('x'.repeat(65_536), () => setImmediate(more)));
    more();
  });
  await expect(send(endpoint)).rejects.toThrow('longer than 262144 bytes');
});

it.each([
  ['that never comes', () => {}],
  ['that never ends', ((_, response) => void response.write('begun')) as RequestListener],
])('does not wait for an answer %s', async (_, answer: RequestListener) => {
  await expect(send(await serve(answer))).rejects.toMatchObject({
    name: expect.stringMatching(/TimeoutError|AbortError/),
  });
});

it('fails where nobody listens', async () => {
  await expect(send('http://127.0.0.1:9/in')).rejects.toMatchObject({ code: 'ECONNREFUSED' });
});
