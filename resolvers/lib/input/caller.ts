import { type AppSyncIdentityCognito, type AppSyncIdentityIAM, type Context, util } from '@aws-appsync/utils';

/**
 * Who sends the request. `visitor` came with an API key, `service` is signed with IAM. A user in several groups has
 * the one that may do most; one in none is a guest, who sees own bookings only.
 */
export type Caller = {
  role: 'visitor' | 'guest' | 'pms' | 'staff' | 'operator' | 'service';
  /** The user's `sub`, or the ARN of a service; empty for a visitor. */
  id: string;
  /** Of staff and PMS machines: the properties they are bound to. */
  propertyIds: string[];
};

/** A Cognito attribute is one string: ids joined by commas. */
const PROPERTY_CLAIM = 'custom:property_ids';

export function callerOf(ctx: Context): Caller {
  const identity = ctx.identity as (Partial<AppSyncIdentityCognito> & Partial<AppSyncIdentityIAM>) | null;
  if (!identity) return { role: 'visitor', id: '', propertyIds: [] };
  if (identity.userArn) return { role: 'service', id: identity.userArn, propertyIds: [] };
  const groups = identity.groups ?? [];
  const claim: unknown = (identity.claims ?? {})[PROPERTY_CLAIM];
  const propertyIds = typeof claim === 'string' ? claim.split(',').map((id) => id.trim()) : [];
  return { role: roleOf(groups), id: identity.sub ?? '', propertyIds };
}

/**
 * The caller's e-mail address where the user pool has verified it, else null. ID tokens carry both claims, access tokens
 * neither. Source: Cognito developer guide, "Understanding the identity (ID) token"; providers behind the pool may send
 * `email_verified` as text.
 */
export function verifiedEmailOf(ctx: Context): string | null {
  const identity = ctx.identity as Partial<AppSyncIdentityCognito> | null;
  const claims: Record<string, unknown> = identity?.claims ?? {};
  const isVerified = claims.email_verified === true || claims.email_verified === 'true';
  return isVerified && typeof claims.email === 'string' ? claims.email : null;
}

function roleOf(groups: string[]): Caller['role'] {
  if (groups.indexOf('operator') >= 0) return 'operator';
  if (groups.indexOf('staff') >= 0) return 'staff';
  if (groups.indexOf('pms') >= 0) return 'pms';
  return 'guest';
}

/** May the caller see and change what belongs to the property? */
export function actsFor(caller: Caller, propertyId: string): boolean {
  if (caller.role === 'operator' || caller.role === 'service') return true;
  const bound = caller.role === 'staff' || caller.role === 'pms';
  return bound && caller.propertyIds.indexOf(propertyId) >= 0;
}

/** Ends the request where the caller does not act for the property. */
export function requireProperty(ctx: Context, propertyId: string): void {
  if (!actsFor(callerOf(ctx), propertyId)) util.unauthorized();
}

/** May the caller see the booking? */
export function sees(caller: Caller, booking: { guest_id?: string | null; property_id: string }): boolean {
  return actsFor(caller, booking.property_id) || (caller.role === 'guest' && caller.id === booking.guest_id);
}
