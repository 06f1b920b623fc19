/** Sends one GraphQL operation and answers its `data`. */
export type GraphqlClient = <Data>(query: string, variables?: Record<string, unknown>) => Promise<Data>;

const TIMEOUT_MS = 60_000;

/**
 * A client of one caller.
 * @param headers what says who calls: `authorization` or `x-api-key`
 * @throws {Error} (from the calls) with the first GraphQL error, or when the API does not answer in a minute
 */
export function graphqlClient(url: string, headers: Record<string, string>): GraphqlClient {
  return async <Data>(query: string, variables: Record<string, unknown> = {}): Promise<Data> => {
    const reply = await fetch(url, {
      method: 'POST',
      headers: { 'content-type': 'application/json', ...headers },
      body: JSON.stringify({ query, variables }),
      signal: AbortSignal.timeout(TIMEOUT_MS),
    });
    const { data, errors } = (await reply.json()) as { data: Data; errors?: { errorType?: string; message: string }[] };
    const [error] = errors ?? [];
    if (error !== undefined) throw new Error(`${error.errorType ?? `HTTP ${reply.status}`}: ${error.message}`);
    return data;
  };
}
