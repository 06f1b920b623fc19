import { decodeJwt } from 'jose';
import type { Cloud, UserSpec } from '../../local/cloud/contract.ts';

/** Signed in again this long before the token ends, so that no request carries one that just ended. */
const AHEAD_MS = 120_000;

/** A user who stays signed in. */
export type Session = { idToken(): Promise<string> };

/** @throws what `signIn` throws, at the first use */
export function createSession(cloud: Pick<Cloud, 'signIn'>, user: UserSpec): Session {
  let current: Promise<{ idToken: string; endsAt: number }> | undefined;
  const signIn = async () => {
    const { idToken } = await cloud.signIn(user);
    const { exp } = decodeJwt(idToken);
    return { idToken, endsAt: exp === undefined ? Number.POSITIVE_INFINITY : exp * 1000 };
  };
  /** Others may have signed in anew meanwhile. */
  const forget = (session: typeof current): void => {
    if (current === session) current = undefined;
  };
  return {
    idToken: async () => {
      const mine = (current ??= signIn());
      const { idToken, endsAt } = await mine;
      if (Date.now() > endsAt - AHEAD_MS) forget(mine);
      return idToken;
    },
  };
}
