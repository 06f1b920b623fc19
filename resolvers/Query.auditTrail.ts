import type { Context, LambdaRequest } from '@aws-appsync/utils';
import type { AuditEntry, QueryAuditTrailArgs } from '../generated/types.ts';
import { actsFor, callerOf } from './lib/input/caller.ts';
import { checkBookingId } from './lib/input/checks.ts';
import { failUnavailable } from './lib/answer/fail.ts';

export function request(ctx: Context<QueryAuditTrailArgs>): LambdaRequest {
  checkBookingId('bookingId', ctx.args.bookingId);
  return { operation: 'Invoke', payload: { bookingId: ctx.args.bookingId } };
}

/** Whose booking it is stands in the entries themselves: another property's looks like one that does not exist. */
export function response(ctx: Context<QueryAuditTrailArgs>) {
  if (ctx.error) failUnavailable(ctx.error);
  const caller = callerOf(ctx);
  const entries: AuditEntry[] = ctx.result.entries;
  return entries.filter((entry) => actsFor(caller, entry.propertyId));
}
