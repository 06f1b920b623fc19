import type { Cors, UrlAnswer, UrlRequest } from './definition.ts';

/** Is it a browser's question whether it may send a request? Where CORS is configured, Lambda answers it itself. */
export function isPreflight({ method, headers }: UrlRequest): boolean {
  return method === 'OPTIONS' && headers.origin !== undefined && 'access-control-request-method' in headers;
}

/** The answer to a preflight request; without CORS headers where the origin is not allowed. */
export function preflightAnswer(cors: Cors, request: UrlRequest): UrlAnswer {
  const headers = corsHeaders(cors, request);
  if (!('access-control-allow-origin' in headers)) return { status: 200, headers, body: '' };
  addList(headers, 'access-control-allow-methods', cors.allowMethods);
  addList(headers, 'access-control-allow-headers', cors.allowHeaders);
  if (cors.maxAgeSeconds !== null) headers['access-control-max-age'] = String(cors.maxAgeSeconds);
  return { status: 200, headers, body: '' };
}

/**
 * The CORS headers of every answer; they win over those of the function.
 * Source: Lambda developer guide, "Cross-origin resource sharing (CORS)" of function URLs.
 */
export function corsHeaders(cors: Cors, { headers: { origin } }: UrlRequest): Record<string, string> {
  if (origin === undefined || !isAllowed(cors.allowOrigins, origin)) return {};
  const headers: Record<string, string> = {
    // With credentials browsers do not take the star.
    'access-control-allow-origin': cors.allowOrigins.includes('*') && !cors.allowCredentials ? '*' : origin,
    vary: 'Origin',
  };
  addList(headers, 'access-control-expose-headers', cors.exposeHeaders);
  if (cors.allowCredentials) headers['access-control-allow-credentials'] = 'true';
  return headers;
}

const isAllowed = (origins: string[], origin: string): boolean => origins.includes('*') || origins.includes(origin);

function addList(headers: Record<string, string>, name: string, values: string[]): void {
  if (values.length > 0) headers[name] = values.join(',');
}
