import { SignatureV4 } from '@smithy/signature-v4';
import { Sha256 } from './sha256.ts';

export type Credentials = { accessKeyId: string; secretAccessKey: string; sessionToken?: string };

type Call = {
  url: string;
  /** The name a service signs with, such as `appsync`. */
  service: string;
  region: string;
  credentials: Credentials;
  headers?: Record<string, string>;
  body: string;
  timeoutMs: number;
};

/** The function's own credentials, as Lambda puts them into the environment. */
export function ownCredentials(): Credentials {
  const { AWS_ACCESS_KEY_ID = '', AWS_SECRET_ACCESS_KEY = '', AWS_SESSION_TOKEN } = process.env;
  return {
    accessKeyId: AWS_ACCESS_KEY_ID,
    secretAccessKey: AWS_SECRET_ACCESS_KEY,
    sessionToken: AWS_SESSION_TOKEN,
  };
}

/** Posts JSON signed with IAM credentials. @throws when no answer comes in time */
export async function signedCall(call: Call): Promise<Response> {
  const { service, region, credentials, body } = call;
  const url = new URL(call.url);
  const signer = new SignatureV4({ service, region, credentials, sha256: Sha256 });
  const { headers } = await signer.sign({
    method: 'POST',
    protocol: url.protocol,
    hostname: url.hostname,
    path: url.pathname,
    headers: { host: url.host, 'content-type': 'application/json', ...call.headers },
    body,
  });
  return fetch(url, { method: 'POST', headers, body, signal: AbortSignal.timeout(call.timeoutMs) });
}
