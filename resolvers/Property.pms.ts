import type { Context, NONERequest } from '@aws-appsync/utils';
import type { PropertyPms } from '../generated/types.ts';
import { actsFor, callerOf } from './lib/input/caller.ts';

type OfProperty = Context<unknown, Record<string, unknown>, undefined, { id: string; pms?: PropertyPms | null }>;

/** Where a property's bookings go is its own business: others see nothing. */
export function request(ctx: OfProperty): NONERequest {
  const { id, pms } = ctx.source!;
  return { payload: actsFor(callerOf(ctx), id) ? (pms ?? null) : null };
}

export function response(ctx: OfProperty) {
  return ctx.result;
}
