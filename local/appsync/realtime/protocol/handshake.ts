import type { IncomingMessage } from 'node:http';
import { z } from 'zod';
import { lowerCaseNames } from './clientMessage.ts';
import type { ConnectionError } from './serverMessage.ts';

/** What stands for the caller of a connection: headers with lower case names, and the body an IAM caller has signed. */
export type Handshake = { headers: Record<string, string>; body: string };

export class HandshakeError extends Error {
  readonly refusal: ConnectionError;

  constructor(refusal: ConnectionError) {
    super(refusal.message);
    this.refusal = refusal;
  }
}

const SUBPROTOCOL = 'graphql-ws';
const HEADER_PREFIX = 'header-';
const Headers = z.record(z.string(), z.string());

/**
 * Reads the authorization of a connection from one of the three places AppSync's guide names, in this order: the
 * query parameters `header` and `payload` (base64 of JSON), a second subprotocol `header-<base64url of JSON>`, or
 * the upgrade's own HTTP headers. An IAM caller signs `POST /graphql/connect` with the body `{}` in all three.
 *
 * @throws {HandshakeError} without the subprotocol `graphql-ws` or with headers that cannot be read
 */
export function readHandshake(request: IncomingMessage): Handshake {
  const offered = offeredProtocols(request);
  if (offered.length === 0) throw new HandshakeError({ message: 'NoProtocolError', errorCode: 400 });
  if (!offered.includes(SUBPROTOCOL)) {
    throw new HandshakeError({ message: 'SubProtocolNotSupportedError', errorCode: 400 });
  }
  const query = requestUrl(request)?.searchParams;
  const inQuery = query?.get('header') ?? null;
  if (inQuery !== null) {
    return { headers: decodeHeaders(inQuery, 'header'), body: decodeBody(query?.get('payload') ?? null) };
  }
  const inProtocol = offered.find((protocol) => protocol.startsWith(HEADER_PREFIX));
  if (inProtocol !== undefined) {
    return { headers: decodeHeaders(inProtocol.slice(HEADER_PREFIX.length), 'subprotocol header-'), body: '{}' };
  }
  return { headers: plainHeaders(request), body: '{}' };
}

/**
 * The subprotocol to answer with. One that is not ours is echoed too: a client that got none of those it offered
 * would drop the connection before it could read why it is refused.
 */
export function chooseSubprotocol(offered: Set<string>): string | false {
  return offered.has(SUBPROTOCOL) ? SUBPROTOCOL : ([...offered][0] ?? false);
}

/** Path and query of a request; null when they cannot be read. */
export function requestUrl(request: IncomingMessage): URL | null {
  return URL.parse(`ws://localhost${request.url ?? '/'}`);
}

function offeredProtocols(request: IncomingMessage): string[] {
  const offered = request.headers['sec-websocket-protocol'] ?? '';
  return offered.split(',').flatMap((protocol) => protocol.trim() || []);
}

function decodeHeaders(base64: string, where: string): Record<string, string> {
  const headers = Headers.safeParse(decodeJson(base64));
  if (!headers.success) throw unreadable(`${where} is not base64 of a JSON object of strings`);
  return lowerCaseNames(headers.data);
}

/** An absent payload counts as the empty one; the body is the JSON text as it was sent, since that is signed. */
function decodeBody(payload: string | null): string {
  if (payload === null) return '{}';
  const decoded = decodeJson(payload);
  if (typeof decoded !== 'object' || decoded === null) throw unreadable('payload is not base64 of {}');
  return Buffer.from(payload, 'base64').toString('utf8');
}

function decodeJson(base64: string): unknown {
  try {
    return JSON.parse(Buffer.from(base64, 'base64').toString('utf8'));
  } catch {
    return undefined;
  }
}

function plainHeaders(request: IncomingMessage): Record<string, string> {
  const pairs = Object.entries(request.headers).map(([name, value]) => [name, [value].flat().join(', ')]);
  return Object.fromEntries(pairs);
}

/** Our wording: what AppSync answers to unreadable headers is not on record. */
function unreadable(message: string): HandshakeError {
  return new HandshakeError({ errorType: 'BadRequestException', message, errorCode: 400 });
}
