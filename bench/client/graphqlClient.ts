import { Pool } from 'undici';

/**
 * What became of one GraphQL request. `unanswered` means that nobody knows whether it took effect: the connection broke,
 * the time was up, or the server failed without a GraphQL answer.
 */
export type Outcome<T> =
  | { kind: 'ok'; data: T }
  | { kind: 'refused'; type: string; message: string; retryable: boolean }
  | { kind: 'unanswered'; message: string };

export type GraphqlClient = {
  /** Never throws. `idToken` is a user pool token as AppSync takes it, without a scheme. */
  send<T>(query: string, variables: Record<string, unknown>, idToken: string): Promise<Outcome<T>>;
  close(): Promise<void>;
};

type GraphqlError = { message: string; errorType?: string | null; errorInfo?: { retryable?: boolean } | null };
type Answer<T> = { data?: T | null; errors?: GraphqlError[] };

/**
 * A client with its own keep-alive connections.
 * @param settings.timeoutMs of every call: from sending to the last byte of the answer, for headers and body each
 */
export function createGraphqlClient(url: string, settings: { connections: number; timeoutMs: number }): GraphqlClient {
  const { origin, pathname } = new URL(url);
  const pool = new Pool(origin, {
    connections: settings.connections,
    headersTimeout: settings.timeoutMs,
    bodyTimeout: settings.timeoutMs,
    connect: { timeout: settings.timeoutMs },
  });
  return {
    send: async <T>(query: string, variables: Record<string, unknown>, idToken: string): Promise<Outcome<T>> => {
      try {
        const reply = await pool.request({
          path: pathname,
          method: 'POST',
          headers: { 'content-type': 'application/json', authorization: idToken },
          body: JSON.stringify({ query, variables }),
        });
        return readAnswer<T>(reply.statusCode, await reply.body.text());
      } catch (error) {
        return { kind: 'unanswered', message: error instanceof Error ? error.message : String(error) };
      }
    },
    close: () => pool.close(),
  };
}

/** AppSync answers GraphQL errors with status 200, and its own refusals (401, 400) in the same form. */
function readAnswer<T>(status: number, body: string): Outcome<T> {
  let answer: Answer<T>;
  try {
    answer = JSON.parse(body) as Answer<T>;
  } catch {
    return { kind: 'unanswered', message: `HTTP ${status}: ${body.slice(0, 200)}` };
  }
  const error = answer.errors?.[0];
  if (error) {
    if (status >= 500) return { kind: 'unanswered', message: `HTTP ${status}: ${error.message}` };
    return {
      kind: 'refused',
      type: error.errorType ?? 'Unnamed',
      message: error.message,
      retryable: status === 429 || error.errorInfo?.retryable === true,
    };
  }
  if (status === 200 && answer.data) return { kind: 'ok', data: answer.data };
  return { kind: 'unanswered', message: `HTTP ${status} with neither data nor errors` };
}

/** May the same request succeed later? */
export function isRetryable(outcome: Outcome<unknown>): boolean {
  return outcome.kind === 'unanswered' || (outcome.kind === 'refused' && outcome.retryable);
}
