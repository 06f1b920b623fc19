import { Agent, request } from 'undici';

/** Two hundred clients at once, each with a connection; nothing waits longer than AppSync would. */
const agent = new Agent({ connections: 256, headersTimeout: 40_000, bodyTimeout: 40_000 });

export type GraphqlError = {
  message: string;
  errorType: string | null;
  errorInfo: { retryable?: boolean } | null;
  path: (string | number)[] | null;
};
/** Tests read answers of many shapes, and what is not there fails their assertions. */
// eslint-disable-next-line @typescript-eslint/no-explicit-any
export type Answer = { status: number; data: any; errors: GraphqlError[] };

/** One GraphQL request over HTTP. `auth` is an ID token, or an API key beginning with `da2-`. */
export async function send(url: string, auth: string | null, query: string, variables: object = {}): Promise<Answer> {
  return post(url, auth, JSON.stringify({ query, variables }));
}

/** One HTTP POST with any body. */
export async function post(url: string, auth: string | null, body: string): Promise<Answer> {
  const headers: Record<string, string> = { 'content-type': 'application/json' };
  if (auth) headers[auth.startsWith('da2-') ? 'x-api-key' : 'authorization'] = auth;
  const response = await request(url, { method: 'POST', headers, body, dispatcher: agent });
  const answer = (await response.body.json()) as { data?: unknown; errors?: GraphqlError[] };
  return { status: response.statusCode, data: answer.data ?? null, errors: answer.errors ?? [] };
}
