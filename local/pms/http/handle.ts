import type { IncomingMessage, ServerResponse } from 'node:http';
import type { Pms } from '../pms.ts';
import type { Delivery, Protocol } from '../protocols/protocol.ts';
import { receive } from '../receive.ts';
import { readBody } from '../../simulator/http/body.ts';
import { control } from './control.ts';
import { reservationsPage } from './page.ts';
import { react } from '../../simulator/http/react.ts';

/** Deliveries remembered. */
const MOST_CALLS = 10_000;

const DELIVERY = /^\/properties\/([^/]+)\/(webhook|opentravel)$/;

/** Answers one request: a delivery, a control call or the page. */
export async function handle(pms: Pms, request: IncomingMessage, response: ServerResponse): Promise<void> {
  const { pathname: path, searchParams: query } = new URL(request.url ?? '/', 'http://pms');
  const body = await readBody(request);
  const method = request.method ?? 'GET';
  const delivery = DELIVERY.exec(path);
  if (body === null) {
    response.writeHead(413).end('The body is larger than 1 MB.\n');
  } else if (method === 'POST' && delivery) {
    const propertyId = decodeURIComponent(delivery[1]);
    const protocol = pms.protocols[delivery[2] as Protocol['name']];
    await deliver(pms, protocol, { propertyId, headers: request.headers, body }, response);
  } else if (path === '/') {
    const page = reservationsPage(pms.book.list(query.get('propertyId') ?? undefined));
    response.writeHead(200, { 'content-type': 'text/html; charset=utf-8', 'cache-control': 'no-store' }).end(page);
  } else {
    control(pms, { method, path, query, body }, response);
  }
}

async function deliver(pms: Pms, protocol: Protocol, delivery: Delivery, response: ServerResponse): Promise<void> {
  const behaviour = pms.behaviours.next(delivery.propertyId);
  const { call, reaction } = receive(pms.book, protocol, delivery, behaviour);
  pms.calls.push({ at: new Date().toISOString(), ...call });
  if (pms.calls.length > MOST_CALLS) pms.calls.shift();
  const version = call.version === null ? '' : ` v${call.version}`;
  const reply = call.status === null ? 'no answer' : `answered ${call.status}`;
  pms.log(`${call.propertyId} ${call.protocol} ${call.bookingId ?? '(not read)'}${version}: ${call.effect}, ${reply}`);
  await react(reaction, response);
}
