import type { JWTPayload } from 'jose';
import type { AuthProvider } from '../../definition.ts';
import { UnauthorizedError } from '../../errors/requestError.ts';
import { sourceIps, type AuthenticatedCaller, type CallRequest } from '../caller.ts';
import { cognitoKeys } from './keys.ts';
import { tokenVerifier } from './verifier.ts';

type CognitoProvider = Extract<AuthProvider, { mode: 'AMAZON_COGNITO_USER_POOLS' }>;
type Tools = { now(): number; log(line: string): void };

/** Authenticates ID and access tokens of one user pool. @throws {UnauthorizedError} in the returned function */
export function cognitoAuthenticator(provider: CognitoProvider, tools: Tools) {
  const clients = provider.clientIdPattern === undefined ? null : new RegExp(`^(?:${provider.clientIdPattern})$`);
  const verify = tokenVerifier({
    issuer: provider.issuer,
    keys: cognitoKeys(provider.issuer),
    check: (claims) => checkUseAndClient(claims, clients),
    ...tools,
  });
  return async (token: string, request: CallRequest): Promise<AuthenticatedCaller> =>
    toCaller(await verify(token), request, provider);
}

function checkUseAndClient(claims: JWTPayload, clients: RegExp | null): void {
  if (claims.token_use !== 'id' && claims.token_use !== 'access') throw new UnauthorizedError();
  const client = claims.token_use === 'id' ? claims.aud : claims.client_id;
  if (clients !== null && !(typeof client === 'string' && clients.test(client))) throw new UnauthorizedError();
}

function toCaller(claims: JWTPayload, request: CallRequest, provider: CognitoProvider): AuthenticatedCaller {
  const groups = (claims['cognito:groups'] as string[] | undefined) ?? null;
  const identity = {
    sub: claims.sub,
    issuer: claims.iss,
    username: claims['cognito:username'] ?? claims.username,
    claims,
    sourceIp: sourceIps(request),
    defaultAuthStrategy: provider.defaultAction,
    groups,
  };
  return { mode: 'AMAZON_COGNITO_USER_POOLS', identity, groups: groups ?? [] };
}
