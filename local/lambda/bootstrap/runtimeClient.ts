import { Agent, request, type IncomingMessage } from 'node:http';
import type { ErrorObject } from './errorObject.ts';

/** `deadlineMs` is in epoch milliseconds. */
export type Delivered = { requestId: string; deadlineMs: number; functionArn: string; body: string };

export type RuntimeClient = {
  /** Waits for the next invocation, however long that takes. */
  next(): Promise<Delivered>;
  respond(requestId: string, body: string): Promise<void>;
  fail(requestId: string, error: ErrorObject): Promise<void>;
  failInit(error: ErrorObject): Promise<void>;
};

/** @param address `host:port` from AWS_LAMBDA_RUNTIME_API */
export function createRuntimeClient(address: string): RuntimeClient {
  const [host, port] = address.split(':');
  const agent = new Agent({ keepAlive: true, maxSockets: 1 });

  const send = (method: string, path: string, body?: string): Promise<{ reply: IncomingMessage; text: string }> =>
    new Promise((resolve, reject) => {
      const outgoing = request({ agent, host, port, method, path: `/2018-06-01/runtime${path}` }, (reply) => {
        const chunks: Buffer[] = [];
        reply.on('data', (chunk: Buffer) => chunks.push(chunk));
        reply.on('end', () => resolve({ reply, text: Buffer.concat(chunks).toString('utf8') }));
        reply.on('error', reject);
      });
      outgoing.on('error', reject);
      outgoing.end(body);
    });

  return {
    next: async () => {
      const { reply, text } = await send('GET', '/invocation/next');
      return {
        requestId: header(reply, 'lambda-runtime-aws-request-id'),
        deadlineMs: Number(header(reply, 'lambda-runtime-deadline-ms')),
        functionArn: header(reply, 'lambda-runtime-invoked-function-arn'),
        body: text,
      };
    },
    respond: async (requestId, body) => void (await send('POST', `/invocation/${requestId}/response`, body)),
    fail: async (requestId, error) =>
      void (await send('POST', `/invocation/${requestId}/error`, JSON.stringify(error))),
    failInit: async (error) => void (await send('POST', '/init/error', JSON.stringify(error))),
  };
}

function header(reply: IncomingMessage, name: string): string {
  return String(reply.headers[name] ?? '');
}
