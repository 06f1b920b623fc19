import { OAuth2Issuer } from 'oauth2-mock-server';
import type { UserSpec } from '../cloud/contract.ts';
import { checkUser, type PoolRules } from './checkUser.ts';
import { claimsOf, type Claims } from './claims.ts';
import { serveIssuer, type IssuerServer } from './issuerServer.ts';
import { loadPoolState, savePoolState, type PoolState } from './poolState.ts';

export type UserPoolOptions = PoolRules & {
  /** The app client that tokens are for. */
  clientId: string;
  /** Where key and port are kept, so that tokens hold after a restart; null or absent: nowhere. */
  dataFolder?: string | null;
  /** Put after the issuer's host as Cognito puts the pool's id, e.g. `us-east-1_example`. */
  issuerPath?: string;
  log?(line: string): void;
};

export type SignedIn = { sub: string; idToken: string; accessToken: string };

export type UserPool = {
  /** Tokens' `iss`; keys are at `<issuer>/.well-known/jwks.json`. */
  issuer: string;
  /** Signs a user in, whoever asks: no password. @throws {UserPoolError} for what the pool's template rules out */
  signIn(user: UserSpec): Promise<SignedIn>;
  stop(): Promise<void>;
};

const ALGORITHM = 'RS256';

/**
 * Starts a local issuer on a loopback port whose tokens look like those of a Cognito user pool.
 *
 * @throws {UserPoolError} when the data folder holds a state that cannot be read
 */
export async function startUserPool(options: UserPoolOptions): Promise<UserPool> {
  const { clientId, dataFolder = null, issuerPath = '' } = options;
  const issuer = new OAuth2Issuer();
  const saved = dataFolder === null ? null : await loadPoolState(dataFolder);
  const key = saved === null ? await issuer.keys.generate(ALGORITHM) : await issuer.keys.add(saved.key);
  const path = issuerPath === '' ? '' : `/${issuerPath}`;
  const server = await serveWhereItWas(issuer, saved, path, options.log);
  if (dataFolder !== null && saved?.port !== server.port) {
    await savePoolState(dataFolder, { port: server.port, key: key as PoolState['key'] });
  }
  return {
    issuer: server.url,
    async signIn(user) {
      checkUser(user, options);
      const { id, access } = claimsOf(user, clientId, Math.floor(Date.now() / 1000));
      const [idToken, accessToken] = await Promise.all([sign(issuer, id), sign(issuer, access)]);
      return { sub: id.sub as string, idToken, accessToken };
    },
    stop: () => server.stop(),
  };
}

/** The port is part of the issuer's URL: on another one, tokens from before hold no more. */
async function serveWhereItWas(
  issuer: OAuth2Issuer,
  saved: PoolState | null,
  path: string,
  log?: (line: string) => void,
): Promise<IssuerServer> {
  try {
    return await serveIssuer(issuer, saved?.port ?? 0, path);
  } catch (error) {
    if (saved === null || (error as NodeJS.ErrnoException).code !== 'EADDRINUSE') throw error;
    log?.(`userpool: port ${saved.port} is taken; on another one, tokens from before do not hold any more.`);
    return serveIssuer(issuer, 0, path);
  }
}

function sign(issuer: OAuth2Issuer, claims: Claims): Promise<string> {
  return issuer.buildToken({
    scopesOrTransform(header, payload) {
      Object.assign(payload, claims);
      // The library sets both; Cognito's tokens have neither.
      header.typ = undefined;
      delete (payload as Record<string, unknown>).nbf;
    },
  });
}
