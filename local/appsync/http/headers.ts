import type { IncomingHttpHeaders } from 'node:http';

/** Headers as handlers and authorization see them: one string each, repeated ones joined. */
export function flatHeaders(headers: IncomingHttpHeaders): Record<string, string> {
  const flat: Record<string, string> = {};
  for (const name in headers) {
    const value = headers[name];
    if (value !== undefined) flat[name] = Array.isArray(value) ? value.join(', ') : value;
  }
  return flat;
}

/** On every answer: browsers of any origin may read it, and AWS clients find what they look for. */
export const CORS_HEADERS = {
  'access-control-allow-origin': '*',
  'access-control-expose-headers': 'x-amzn-RequestId,x-amzn-ErrorType,x-amz-user-agent,x-amzn-ErrorMessage,Date',
};

/** The answer to a browser's question before a POST. AppSync lists fixed header names; any asked for is allowed here. */
export function preflightHeaders(askedFor: string | undefined): Record<string, string> {
  return {
    ...CORS_HEADERS,
    'access-control-allow-methods': 'GET, POST, OPTIONS',
    'access-control-allow-headers':
      askedFor ?? 'authorization, content-type, x-api-key, x-amz-user-agent, x-amz-date, x-amz-security-token',
    'access-control-max-age': '172800',
  };
}
