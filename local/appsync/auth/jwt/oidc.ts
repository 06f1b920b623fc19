import type { JWTPayload } from 'jose';
import type { AuthProvider } from '../../definition.ts';
import { UnauthorizedError } from '../../errors/requestError.ts';
import type { AuthenticatedCaller } from '../caller.ts';
import { oidcKeys } from './keys.ts';
import { TOKEN_EXPIRED, tokenVerifier } from './verifier.ts';

type OidcProvider = Extract<AuthProvider, { mode: 'OPENID_CONNECT' }>;
type Tools = { now(): number; log(line: string): void };

/** Authenticates tokens of one OpenID Connect issuer. @throws {UnauthorizedError} in the returned function */
export function oidcAuthenticator(provider: OidcProvider, tools: Tools) {
  const clients = provider.clientIdPattern === undefined ? null : new RegExp(`^(?:${provider.clientIdPattern})$`);
  const verify = tokenVerifier({
    issuer: provider.issuer,
    keys: oidcKeys(provider.issuer),
    check(claims, now) {
      checkClient(claims, clients);
      checkAge(claims.iat, provider.iatTtlMs, now);
      checkAge(claims.auth_time as number | undefined, provider.authTtlMs, now);
    },
    ...tools,
  });
  return async (token: string): Promise<AuthenticatedCaller> => {
    const claims = await verify(token);
    return { mode: 'OPENID_CONNECT', identity: { sub: claims.sub, issuer: claims.iss, claims }, groups: [] };
  };
}

/** The client is in `aud` (one or many) or in `azp`. */
function checkClient(claims: JWTPayload, clients: RegExp | null): void {
  if (clients === null) return;
  const candidates = [claims.aud, claims.azp].flat();
  if (!candidates.some((client) => typeof client === 'string' && clients.test(client))) throw new UnauthorizedError();
}

/** @param since epoch seconds @param ttl milliseconds; undefined or 0 is no limit */
function checkAge(since: number | undefined, ttl: number | undefined, now: number): void {
  if (!ttl) return;
  if (since === undefined || since * 1000 + ttl <= now) throw new UnauthorizedError(TOKEN_EXPIRED);
}
