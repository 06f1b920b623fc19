import type { IncomingMessage, ServerResponse } from 'node:http';
import { readBody } from '../../simulator/http/body.ts';
import { react, type Reaction } from '../../simulator/http/react.ts';
import { receive } from '../api/call.ts';
import type { Payments } from '../payments.ts';
import { control } from './control.ts';
import { pay } from './pay.ts';

/** Answers one request: a call of the API, a person who pays, or a control call. */
export async function handle(payments: Payments, request: IncomingMessage, response: ServerResponse): Promise<void> {
  const body = await readBody(request);
  if (body === null) return void response.writeHead(413).end('The body is larger than 1 MB.\n');
  const url = new URL(request.url ?? '/', 'http://payments');
  await react(await reactionTo(payments, request, url, body), response);
}

async function reactionTo(payments: Payments, request: IncomingMessage, url: URL, body: string): Promise<Reaction> {
  const { pathname: path, searchParams: query } = url;
  const { method = 'GET', headers } = request;
  if (path === '/pay') {
    return { kind: 'answer', answer: pay(payments, { method, query, accept: headers.accept ?? '', body }), delayMs: 0 };
  }
  if (path.startsWith('/control/')) {
    return { kind: 'answer', answer: await control(payments, { method, path, query, body }), delayMs: 0 };
  }
  return receive(payments, { method, path, headers, form: method === 'GET' ? query.toString() : body });
}
