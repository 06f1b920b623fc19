import { errors, jwtVerify, type JWTPayload } from 'jose';
import { Lru } from '../../cache/lru.ts';
import { UnauthorizedError } from '../../errors/requestError.ts';
import type { KeySource } from './keys.ts';

const REMEMBERED_TOKENS = 2000;
export const TOKEN_EXPIRED = 'Token has expired.';

export type TokenVerifier = (token: string) => Promise<JWTPayload>;

export type VerifierOptions = {
  issuer: string;
  keys: KeySource;
  /** Further demands on the claims. @throws {UnauthorizedError} */
  check(claims: JWTPayload, now: number): void;
  now(): number;
  log(line: string): void;
};

/**
 * Verifies signature, issuer, lifetime and `check`. A token that held is remembered until it expires, so that its
 * signature is computed once.
 * @throws {UnauthorizedError} in the returned function
 */
export function tokenVerifier({ issuer, keys, check, now, log }: VerifierOptions): TokenVerifier {
  const verified = new Lru<string, JWTPayload>(REMEMBERED_TOKENS);
  return async (token) => {
    const claims = verified.get(token) ?? (await verify(token));
    if (claims.exp !== undefined && claims.exp * 1000 <= now()) {
      verified.delete(token);
      throw new UnauthorizedError(TOKEN_EXPIRED);
    }
    check(claims, now());
    return claims;
  };

  async function verify(token: string): Promise<JWTPayload> {
    try {
      const { payload } = await jwtVerify(token, await keys(), {
        issuer,
        requiredClaims: ['exp'],
        currentDate: new Date(now()),
      });
      verified.set(token, payload);
      return payload;
    } catch (error) {
      if (error instanceof errors.JWTExpired) throw new UnauthorizedError(TOKEN_EXPIRED);
      // Not the caller's business, but whoever runs the API must see that the issuer is away or the claims don't fit.
      log(`token of ${issuer} refused: ${(error as Error).message}`);
      throw new UnauthorizedError();
    }
  }
}
