import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Principals } from '../../iam/principals.ts';
import { jsonError, NoAnswerError, type Answer } from '../answer.ts';
import { authenticate } from './authenticate.ts';
import type { ServiceHandler } from './request.ts';

export type EndpointServer = { url: string; stop(): Promise<void> };

/** DynamoDB takes 16 MB a request, Lambda 6 MB. */
const MAX_BODY_BYTES = 16 * 1024 * 1024;

/** Listens on a free port of the loopback interface and hands each call to the service its signature names. */
export async function startServer(settings: {
  principals: Principals;
  region: string;
  services: ReadonlyMap<string, ServiceHandler>;
  log(line: string): void;
}): Promise<EndpointServer> {
  const server = createServer((request, response) => {
    respond(request, response, settings).catch((error: unknown) => {
      if (error instanceof NoAnswerError || response.destroyed) return void response.destroy();
      settings.log(`The endpoint failed: ${error instanceof Error ? error.stack : String(error)}`);
      send(response, jsonError(500, 'InternalFailure', `The local endpoint failed: ${String(error)}`));
    });
  });
  server.keepAliveTimeout = 60_000;
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(0, '127.0.0.1', resolve);
  });
  const stop = async (): Promise<void> => {
    const closed = new Promise<void>((resolve) => server.close(() => resolve()));
    server.closeAllConnections();
    await closed;
  };
  return { url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`, stop };
}

async function respond(
  request: IncomingMessage,
  response: ServerResponse,
  settings: Parameters<typeof startServer>[0],
): Promise<void> {
  const headers = plainHeaders(request);
  const body = await readBody(request);
  if (body === null)
    return send(response, jsonError(413, 'RequestEntityTooLarge', `The body is over ${MAX_BODY_BYTES} bytes.`));
  const caller = authenticate(headers, settings.principals, settings.region);
  if ('refused' in caller) return send(response, caller.refused);
  const handler = settings.services.get(caller.service);
  if (handler === undefined) {
    const known = [...settings.services.keys()].join(', ');
    const message = `The local endpoint does not serve ${caller.service}; it serves ${known}.`;
    return send(response, jsonError(501, 'NotImplemented', message));
  }
  const gone = new AbortController();
  response.once('close', () => {
    if (!response.writableFinished) gone.abort(new Error('The caller hung up.'));
  });
  const [path = '/', query = ''] = (request.url ?? '/').split('?', 2);
  const method = request.method ?? 'GET';
  send(
    response,
    await handler({ method, path, query, headers, body, principal: caller.principal, signal: gone.signal }),
  );
}

function send(response: ServerResponse, answer: Answer): void {
  response.writeHead(answer.status, { ...answer.headers, 'content-length': Buffer.byteLength(answer.body) });
  response.end(answer.body);
}

/** Null when it is too large. */
async function readBody(request: IncomingMessage): Promise<string | null> {
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of request as AsyncIterable<Buffer>) {
    size += chunk.length;
    if (size <= MAX_BODY_BYTES) chunks.push(chunk);
  }
  return size > MAX_BODY_BYTES ? null : Buffer.concat(chunks).toString('utf8');
}

function plainHeaders(request: IncomingMessage): Record<string, string> {
  const headers: Record<string, string> = {};
  for (const [name, value] of Object.entries(request.headers)) {
    if (value !== undefined) headers[name] = Array.isArray(value) ? value.join(',') : value;
  }
  return headers;
}
