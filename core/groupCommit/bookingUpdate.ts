import { UpdateBuilder, type UpdateInput } from '../inventory/updateBuilder.ts';
import type { Grant, Refused } from './decideRequest.ts';

/** QUEUED -> CONFIRMED at the granted rates. A booking that is QUEUED no more was settled by an earlier delivery. */
export function confirmUpdate({ nightlyRates, total }: Grant, now: number): UpdateInput {
  return leaveQueue({ status: 'CONFIRMED', nightly_rates: nightlyRates, total_amount: total }, now);
}

/** QUEUED -> REFUSED with the reason, as the catalogue of errors names it and in words. */
export function refuseUpdate({ refusal }: Refused, now: number): UpdateInput {
  return leaveQueue({ status: 'REFUSED', refusal_type: refusal.type, refusal_message: refusal.message }, now);
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
  const version = update.name('version');
  update.add('SET', `${version} = ${version} + ${update.value(1)}`);
  update.require(`${update.name('status')} = ${update.value('QUEUED')}`);
  return update.build();
}
