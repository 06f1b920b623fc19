import { UpdateBuilder, type UpdateInput } from '../inventory/updateBuilder.ts';
import { CLAIMED_IN_LINE_MS } from '../portable/items/claims.ts';
import { holdAttributes } from '../portable/lifecycle/hold.ts';
import type { Grant, Refused } from './decideRequest.ts';
import type { QueuedBooking } from './queuedBooking.ts';

/**
 * QUEUED -> CONFIRMED, HELD or REQUESTED at the granted rates. A booking that is QUEUED no more was settled by an earlier
 * delivery. A hold begins now, and is shorter where it stood in line for very long; the time of a request began with it.
 */
export function grantUpdate({ request, nightlyRates, total }: Grant, now: number): UpdateInput {
  const price = { nightly_rates: nightlyRates, total_amount: total };
  const { goal, booking_id, hold_seconds, hold_until } = request;
  if (!goal) return leaveQueue({ status: 'CONFIRMED', ...price }, now);
  const seconds = hold_seconds ?? 0;
  const until = goal === 'HELD' ? Math.min(now + seconds * 1000, claimedUntil(request)) : (hold_until ?? now);
  return leaveQueue({ status: goal, ...price, ...holdAttributes(booking_id, until, seconds, now) }, now);
}

/** No hold outlasts its guest's claim: another could have that by then, and neither be freed nor extended with this one. */
function claimedUntil({ claim, queued_at, hold_seconds }: QueuedBooking): number {
  if (!claim || !queued_at) return Infinity;
  return Date.parse(queued_at.split('#')[0]) + CLAIMED_IN_LINE_MS + (hold_seconds ?? 0) * 1000;
}

/** QUEUED -> REFUSED, or DECLINED for a request, with the reason as the catalogue of errors names it and in words. */
export function refuseUpdate({ request, refusal }: Refused, now: number): UpdateInput {
  const status = request.goal === 'REQUESTED' ? 'DECLINED' : 'REFUSED';
  return leaveQueue({ status, refusal_type: refusal.type, refusal_message: refusal.message }, now);
}

function leaveQueue(attributes: Record<string, unknown>, now: number): UpdateInput {
  const update = new UpdateBuilder();
  const all = { ...attributes, updated_at: new Date(now).toISOString() };
  for (const [name, value] of Object.entries(all)) {
    update.add('SET', `${update.name(name)} = ${update.value(value)}`);
  }
  // Out of the sparse index of those who wait.
  update.add('REMOVE', update.name('queue_key'));
  update.add('REMOVE', update.name('queued_at'));
  update.add('REMOVE', update.name('goal'));
  const version = update.name('version');
  update.add('SET', `${version} = ${version} + ${update.value(1)}`);
  update.require(`${update.name('status')} = ${update.value('QUEUED')}`);
  return update.build();
}
