import { createRemoteJWKSet, type JWTVerifyGetKey } from 'jose';

/** Where a token's signing keys come from. jose keeps them and asks again for an unknown key id. */
export type KeySource = () => Promise<JWTVerifyGetKey>;

/** A Cognito user pool publishes its keys below its issuer. */
export function cognitoKeys(issuer: string): KeySource {
  const keys = createRemoteJWKSet(new URL(`${withoutSlash(issuer)}/.well-known/jwks.json`));
  return async () => keys;
}

/** An OpenID Connect issuer says in its discovery document where its keys are. */
export function oidcKeys(issuer: string): KeySource {
  let keys: Promise<JWTVerifyGetKey> | null = null;
  return async () => {
    keys ??= discover(issuer);
    try {
      return await keys;
    } catch (error) {
      // The next token tries again: the issuer may only have been away.
      keys = null;
      throw error;
    }
  };
}

async function discover(issuer: string): Promise<JWTVerifyGetKey> {
  const url = `${withoutSlash(issuer)}/.well-known/openid-configuration`;
  const response = await fetch(url);
  const document = (await response.json()) as { jwks_uri?: unknown };
  if (typeof document.jwks_uri !== 'string') throw new Error(`${url} names no jwks_uri.`);
  return createRemoteJWKSet(new URL(document.jwks_uri));
}

function withoutSlash(issuer: string): string {
  return issuer.replace(/\/+$/, '');
}
