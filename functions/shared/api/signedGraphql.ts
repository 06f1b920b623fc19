import { faultOf, type GraphqlError } from './faultOf.ts';
import { type Credentials, signedCall } from './signedCall.ts';

export type GraphqlTarget = { url: string; region: string; credentials: Credentials };

const TIMEOUT_MS = 5_000;

/**
 * Sends one GraphQL request signed with IAM credentials.
 * @returns the data
 * @throws {PoisonError} with the API's messages when it will never take these variables
 * @throws with its messages when it answers other errors, when it is no answer, or after five seconds
 */
export async function signedGraphql(target: GraphqlTarget, query: string, variables: object): Promise<unknown> {
  const body = JSON.stringify({ query, variables });
  const response = await signedCall({ ...target, service: 'appsync', body, timeoutMs: TIMEOUT_MS });
  const answer = (await response.json()) as { data?: unknown; errors?: GraphqlError[] };
  if (answer.errors) throw faultOf(answer.errors);
  return answer.data;
}
