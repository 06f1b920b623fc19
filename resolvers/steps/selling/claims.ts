import { util } from '@aws-appsync/utils';
import { wholeNumber } from '../../../core/portable/days/dates.ts';
import { policyOf } from '../../../core/portable/items/bookingPolicy.ts';
import {
  CLAIMED_IN_LINE_MS,
  type ClaimItem,
  claimItem,
  holdClaim,
  requestClaim,
  stayName,
  waitlistClaim,
} from '../../../core/portable/items/claims.ts';
import { isClaimFree } from '../../../core/portable/lifecycle/changeWrites.ts';
import { callerOf } from '../../lib/input/caller.ts';
import { fail } from '../../lib/answer/fail.ts';
import { tables, toCondition } from '../../lib/tables/dynamodb.ts';
import { attributesWithout } from '../../lib/tables/items.ts';
import { requestOf } from './newBooking.ts';
import type { SaleContext } from './types.ts';

/** Where the API says nothing else. */
const MOST_HOLDS = '5';
/** Stays that a guest may wait for. */
const MOST_WAITING = 10;
const PLACES = [0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 17, 18, 19];

/** The claims of which the sale needs one; none for a sale at once, and for staff, who hold for many guests. */
export function claimsOf(ctx: SaleContext): string[] {
  const { goal } = ctx.stash;
  const { role, id } = callerOf(ctx);
  if (role !== 'guest' || goal === 'CONFIRMED') return [];
  const { propertyId, roomTypeId } = ctx.args.input;
  if (goal === 'REQUESTED') return [requestClaim(id, propertyId, roomTypeId)];
  if (goal === 'WAITLISTED') return PLACES.slice(0, MOST_WAITING).map((place) => waitlistClaim(id, place));
  const most = wholeNumber(ctx.env.HOLDS_PER_GUEST ?? MOST_HOLDS);
  return PLACES.slice(0, most).map((place) => holdClaim(id, place));
}

/** The first claim that is free; ends the request where the guest has them all. */
export function freeClaim(ctx: SaleContext): string | null {
  const { claims, goal } = ctx.stash;
  if (claims.length === 0) return null;
  const now = util.time.nowEpochMilliSeconds();
  const stay = goal === 'WAITLISTED' ? stayName(requestOf(ctx)) : null;
  if (stay && claims.some((each) => each.until > now && each.stay === stay)) {
    fail('InvalidState', 'You are on the waiting list for this stay already.');
  }
  const free = claims.find(({ until }) => until <= now);
  if (free) return free.claim;
  if (goal === 'WAITLISTED') fail('LimitExceeded', `A guest may wait for ${claims.length} stays at a time.`);
  if (goal === 'HELD') fail('LimitExceeded', `A guest may have ${claims.length} live holds at a time.`);
  fail('LimitExceeded', 'There is an open request of yours for this room type already: cancel it first.');
}

/** Until when a booking that joins the line now may need its claim, in epoch milliseconds. */
export function claimedUntil(ctx: SaleContext, now: number): number {
  const { holdSeconds, requestSeconds } = policyOf(ctx.stash.property);
  return ctx.stash.goal === 'HELD' ? now + CLAIMED_IN_LINE_MS + holdSeconds * 1000 : now + requestSeconds * 1000;
}

/** Takes the claim for the booking, on condition that it is free. */
export function putClaim(ctx: SaleContext, claim: string, until: number) {
  const { booking_id, status } = ctx.stash.booking;
  const item = claimItem(claim, booking_id, until);
  if (status === 'WAITLISTED') item.stay = stayName(ctx.stash.booking);
  return {
    table: tables(ctx).operations,
    operation: 'PutItem' as const,
    key: util.dynamodb.toMapValues({ pk: item.pk, sk: item.sk }),
    attributeValues: attributesWithout(item, ['pk', 'sk']),
    condition: toCondition(isClaimFree(util.time.nowEpochMilliSeconds())),
  };
}

/** Somebody was faster for the claim, such as the same guest's other tab: it is taken for the next attempt. */
export function loseClaim(ctx: SaleContext, reason: { type: string; item?: unknown } | null | undefined): void {
  if (!reason || reason.type !== 'ConditionCheckFailed') return;
  const { until, stay } = reason.item as ClaimItem;
  const { claim } = ctx.stash.booking;
  ctx.stash.claims = ctx.stash.claims.map((each) => (each.claim === claim ? { claim: each.claim, until, stay } : each));
}
