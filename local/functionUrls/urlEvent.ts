import type { IamIdentity } from './authorize.ts';
import type { FunctionUrl, UrlRequest } from './definition.ts';

type Parts = {
  url: FunctionUrl;
  request: UrlRequest;
  /** Null for a URL that anybody may call. */
  identity: IamIdentity | null;
  requestId: string;
  now: Date;
};

/**
 * The event that a function gets for a request, in payload format 2.0.
 * Source: Lambda developer guide, "Invoking Lambda function URLs", request payload format. What it leaves out without
 * a value (cookies, query parameters, body) is absent here as well.
 */
export function urlEvent({ url, request, identity, requestId, now }: Parts): Record<string, unknown> {
  const { cookie, ...headers } = request.headers;
  return {
    version: '2.0',
    routeKey: '$default',
    rawPath: request.path,
    rawQueryString: request.query,
    ...(cookie === undefined ? {} : { cookies: cookie.split(/; */) }),
    headers: { ...headers, ...forwarded(request) },
    ...queryParameters(request.query),
    requestContext: {
      // The guide names the function's account; with the auth type NONE the service itself sends this word.
      accountId: identity?.accountId ?? 'anonymous',
      apiId: url.id,
      authentication: null,
      ...(identity === null ? {} : { authorizer: { iam: identity } }),
      domainName: request.host,
      domainPrefix: url.id,
      http: {
        method: request.method,
        path: request.path,
        protocol: 'HTTP/1.1',
        sourceIp: request.sourceIp,
        userAgent: headers['user-agent'] ?? '',
      },
      requestId,
      routeKey: '$default',
      stage: '$default',
      time: clfTime(now),
      timeEpoch: now.getTime(),
    },
    ...bodyOf(request),
  };
}

function forwarded({ sourceIp, host }: UrlRequest): Record<string, string> {
  return {
    'x-forwarded-for': sourceIp,
    'x-forwarded-port': host.split(':')[1] ?? '80',
    'x-forwarded-proto': 'http',
  };
}

/** Values of one name are joined by commas. */
function queryParameters(query: string): { queryStringParameters?: Record<string, string> } {
  if (query === '') return {};
  const parameters: Record<string, string> = {};
  for (const [name, value] of new URLSearchParams(query)) {
    parameters[name] = name in parameters ? `${parameters[name]},${value}` : value;
  }
  return { queryStringParameters: parameters };
}

/** Content types whose body is handed on as it is; AWS does not list them, these were seen at its HTTP APIs. */
const TEXT = /^(text\/|application\/(json|xml|javascript)\b|application\/[\w.-]+\+(json|xml)\b)/;

function bodyOf({ body, headers }: UrlRequest): { body?: string; isBase64Encoded: boolean } {
  if (body.length === 0) return { isBase64Encoded: false };
  const text = TEXT.test(headers['content-type'] ?? '') ? asText(body) : null;
  return text === null
    ? { body: body.toString('base64'), isBase64Encoded: true }
    : { body: text, isBase64Encoded: false };
}

/** Null where the bytes are no UTF-8: as text they could not be had back. */
function asText(body: Buffer): string | null {
  const text = body.toString('utf8');
  return Buffer.from(text).equals(body) ? text : null;
}

/** `12/Mar/2020:19:03:58 +0000` */
function clfTime(now: Date): string {
  const [, day, month, year, time] = now.toUTCString().split(' ');
  return `${day}/${month}/${year}:${time} +0000`;
}
