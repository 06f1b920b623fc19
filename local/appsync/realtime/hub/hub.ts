import type { RealtimeHub } from '../contract.ts';
import { createPump } from './pump.ts';
import type { Subscription } from './subscription.ts';

/** All subscriptions of an API, over all connections. */
export type Hub = RealtimeHub & { add(subscription: Subscription): void; remove(subscription: Subscription): void };

export function createHub(): Hub {
  const byMutation = new Map<string, Set<Subscription>>();
  const byField = new Map<string, Set<Subscription>>();
  const pump = createPump();
  return {
    add(subscription) {
      for (const mutation of subscription.mutations) addTo(byMutation, mutation, subscription);
      addTo(byField, subscription.field, subscription);
    },
    remove(subscription) {
      for (const mutation of subscription.mutations) removeFrom(byMutation, mutation, subscription);
      removeFrom(byField, subscription.field, subscription);
    },
    async publish(mutation, result) {
      const wanting = [...(byMutation.get(mutation) ?? [])].filter((subscription) => subscription.wants(result));
      await Promise.all(wanting.map((subscription) => pump(() => subscription.deliver(result))));
    },
    invalidate(subscriptionField, payload) {
      const hit = [...(byField.get(subscriptionField) ?? [])].filter((each) => each.isInvalidatedBy(payload));
      for (const subscription of hit) subscription.invalidate();
    },
  };
}

type Index = Map<string, Set<Subscription>>;

function addTo(index: Index, key: string, subscription: Subscription): void {
  const set = index.get(key);
  if (set === undefined) index.set(key, new Set([subscription]));
  else set.add(subscription);
}

function removeFrom(index: Index, key: string, subscription: Subscription): void {
  const set = index.get(key);
  if (set?.delete(subscription) && set.size === 0) index.delete(key);
}
