import { randomUUID } from 'node:crypto';
import type { UserSpec } from '../cloud/contract.ts';
import { PROPERTY_IDS } from './checkUser.ts';
import { userId } from './userId.ts';

export type Claims = Record<string, unknown>;

const DAY = 24 * 60 * 60;

/**
 * The claims of both tokens of one sign-in, less `iss`; they last 24 hours. Names and shapes: Cognito developer guide,
 * "Understanding the identity (ID) token" and "Understanding the access token". A user without groups has no
 * `cognito:groups`, an attribute without value no claim.
 *
 * @param authTime epoch seconds
 */
export function claimsOf(user: UserSpec, clientId: string, authTime: number): { id: Claims; access: Claims } {
  const shared: Claims = {
    sub: userId(user.name),
    ...(user.groups.length > 0 ? { 'cognito:groups': user.groups } : {}),
    auth_time: authTime,
    iat: authTime,
    exp: authTime + DAY,
    event_id: randomUUID(),
    origin_jti: randomUUID(),
  };
  return {
    id: { ...shared, ...idClaims(user, clientId), jti: randomUUID() },
    access: { ...shared, ...accessClaims(user, clientId), jti: randomUUID() },
  };
}

function idClaims(user: UserSpec, clientId: string): Claims {
  const propertyIds = user.propertyIds ?? [];
  return {
    token_use: 'id',
    aud: clientId,
    'cognito:username': user.name,
    email: user.email,
    email_verified: user.emailVerified ?? true,
    ...(propertyIds.length > 0 ? { [PROPERTY_IDS]: propertyIds.join(',') } : {}),
  };
}

/** The scope is what Cognito gives to a sign-in through its API, without a hosted page. */
function accessClaims(user: UserSpec, clientId: string): Claims {
  return { token_use: 'access', client_id: clientId, username: user.name, scope: 'aws.cognito.signin.user.admin' };
}
