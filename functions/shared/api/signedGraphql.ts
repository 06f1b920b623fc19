import { SignatureV4 } from '@smithy/signature-v4';
import { Sha256 } from './sha256.ts';

export type Credentials = { accessKeyId: string; secretAccessKey: string; sessionToken?: string };
export type GraphqlTarget = { url: string; region: string; credentials: Credentials };

const TIMEOUT_MS = 5_000;

/**
 * Sends one GraphQL request signed with IAM credentials.
 * @returns the data
 * @throws with the API's messages when it answers errors, when it is no answer, or after five seconds
 */
export async function signedGraphql(target: GraphqlTarget, query: string, variables: object): Promise<unknown> {
  const url = new URL(target.url);
  const body = JSON.stringify({ query, variables });
  const signer = new SignatureV4({
    service: 'appsync',
    region: target.region,
    credentials: target.credentials,
    sha256: Sha256,
  });
  const { headers } = await signer.sign({
    method: 'POST',
    protocol: url.protocol,
    hostname: url.hostname,
    path: url.pathname,
    headers: { host: url.host, 'content-type': 'application/json' },
    body,
  });
  const signal = AbortSignal.timeout(TIMEOUT_MS);
  const response = await fetch(url, { method: 'POST', headers, body, signal });
  const answer = (await response.json()) as { data?: unknown; errors?: { message: string }[] };
  if (answer.errors) throw new Error(answer.errors.map((error) => error.message).join('; '));
  return answer.data;
}
