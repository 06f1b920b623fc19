import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

/** One invocation on its way to the process. `begin` is called when the process takes it; it answers the deadline in epoch ms. */
export type Handover = { requestId: string; functionArn: string; body: string; begin(): number };

export type RuntimeApiEvents = {
  /** The process asks for work; the first time this ends its initialization. */
  onNext(): void;
  onResult(requestId: string, result: { failed: boolean; body: string }): void;
  onInitError(body: string): void;
};

export type RuntimeApi = { address: string; handOver(invocation: Handover): void; close(): void };

const PREFIX = '/2018-06-01/runtime';

/**
 * The Lambda Runtime API of one execution environment, on a port of its own: the process is told `host:port` and nothing else.
 * Source: Lambda Developer Guide, "Using the Lambda runtime API for custom runtimes".
 */
export async function startRuntimeApi(events: RuntimeApiEvents): Promise<RuntimeApi> {
  let waiting: ServerResponse | null = null;
  let pending: Handover | null = null;

  const deliver = (): void => {
    if (waiting === null || pending === null) return;
    const [response, invocation] = [waiting, pending];
    [waiting, pending] = [null, null];
    response.writeHead(200, {
      'content-type': 'application/json',
      'content-length': Buffer.byteLength(invocation.body),
      'lambda-runtime-aws-request-id': invocation.requestId,
      'lambda-runtime-deadline-ms': String(invocation.begin()),
      'lambda-runtime-invoked-function-arn': invocation.functionArn,
    });
    response.end(invocation.body);
  };

  const answer = async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
    const path = request.url ?? '';
    if (request.method === 'GET' && path === `${PREFIX}/invocation/next`) {
      waiting = response;
      events.onNext();
      deliver();
      return;
    }
    const body = await readText(request);
    const match = /^\/2018-06-01\/runtime\/invocation\/([\w-]+)\/(response|error)$/.exec(path);
    if (match !== null) events.onResult(match[1] ?? '', { failed: match[2] === 'error', body });
    else if (path === `${PREFIX}/init/error`) events.onInitError(body);
    else
      return void response.writeHead(404).end(`{"errorMessage":"Not of the runtime API: ${request.method} ${path}"}`);
    response.writeHead(202, { 'content-length': 0 }).end();
  };
  // A request breaks off when its process dies; whoever waits for that hears of it by the process's exit.
  const server = createServer((request, response) => void answer(request, response).catch(() => response.destroy()));
  // A process may think for longer than any default time-out, and `next` waits until there is work.
  Object.assign(server, { requestTimeout: 0, headersTimeout: 0, keepAliveTimeout: 0 });
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(0, '127.0.0.1', resolve);
  });

  return {
    address: `127.0.0.1:${(server.address() as AddressInfo).port}`,
    handOver: (invocation) => {
      pending = invocation;
      deliver();
    },
    close: () => {
      server.close();
      server.closeAllConnections();
    },
  };
}

async function readText(request: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = [];
  for await (const chunk of request as AsyncIterable<Buffer>) chunks.push(chunk);
  return Buffer.concat(chunks).toString('utf8');
}
