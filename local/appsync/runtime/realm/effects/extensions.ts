import type { Extensions } from '@aws-appsync/utils';
import { jsonCopy } from '../../jsonCopy.ts';
import { Failure } from '../intrinsics.ts';
import { type Invocation, invocation } from '../invocation.ts';
import { isObject } from '../objects.ts';
import { text } from '../util/arguments.ts';
import { refused } from '../util/refused.ts';

/** AppSync takes at most five invalidations a request; the limit is held for each handler here. */
const INVALIDATIONS = 5;

/** `extensions`. Each member is bound to where AppSync documents that it may be used. */
export const extensions = {
  setSubscriptionFilter(filter: unknown): void {
    const name = 'extensions.setSubscriptionFilter';
    inResponseOf('Subscription', name).subscriptionFilter = filterObject(name, filter);
  },

  setSubscriptionInvalidationFilter(filter: unknown): void {
    const name = 'extensions.setSubscriptionInvalidationFilter';
    inResponseOf('Subscription', name).subscriptionInvalidationFilter = filterObject(name, filter);
  },

  invalidateSubscriptions(invalidation: { subscriptionField: string; payload: Record<string, unknown> }): void {
    const name = 'extensions.invalidateSubscriptions';
    const { invalidations } = inResponseOf('Mutation', name);
    if (invalidations.length === INVALIDATIONS) throw new Failure(`${name} can be called ${INVALIDATIONS} times only`);
    const subscriptionField = text(`${name}: subscriptionField`, invalidation?.subscriptionField);
    if (!isObject(invalidation.payload)) throw new Failure(`${name}: payload is an object`);
    invalidations.push({ subscriptionField, payload: jsonCopy(invalidation.payload) as Record<string, unknown> });
  },

  evictFromApiCache: refused('extensions.evictFromApiCache', 'it has no server-side cache'),
} satisfies Record<keyof Extensions, unknown>;

function inResponseOf(parentType: string, name: string): Invocation {
  const running = invocation();
  if (running.handler !== 'response' || running.context.info.parentTypeName !== parentType) {
    throw new Failure(`${name} can be used only in the response handler of a ${parentType} field`);
  }
  return running;
}

function filterObject(name: string, filter: unknown): unknown {
  if (!isObject(filter)) throw new Failure(`${name} takes an object with a filterGroup`);
  return jsonCopy(filter);
}
