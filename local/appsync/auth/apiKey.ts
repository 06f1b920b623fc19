import { createHash, timingSafeEqual } from 'node:crypto';
import type { ApiKey } from '../definition.ts';
import { UnauthorizedError } from '../errors/requestError.ts';
import type { AuthenticatedCaller } from './caller.ts';

const CALLER: AuthenticatedCaller = { mode: 'API_KEY', identity: null, groups: [] };

/**
 * The caller with this `x-api-key`.
 * @param now epoch milliseconds
 * @throws {UnauthorizedError} for an unknown or expired key
 */
export function authenticateApiKey(keys: readonly ApiKey[], given: string, now: number): AuthenticatedCaller {
  const found = keys.find((key) => sameText(key.key, given));
  if (found === undefined || found.expires * 1000 <= now) throw new UnauthorizedError();
  return CALLER;
}

function sameText(a: string, b: string): boolean {
  return a.length === b.length && timingSafeEqual(digest(a), digest(b));
}

function digest(text: string): Buffer {
  return createHash('sha256').update(text).digest();
}
