import type { SubscribeOutcome } from '../contract.ts';
import { argumentFilter } from '../filter/argumentFilter.ts';
import type { Filter } from '../filter/filter.ts';
import { parseFilter } from '../filter/parseFilter.ts';

export type Accepted = Extract<SubscribeOutcome, { kind: 'accepted' }>;
export type Selected = Awaited<ReturnType<Accepted['select']>>;

/** Where a subscription's messages go: its connection. */
export type Subscriber = {
  data(selected: Selected): void;
  /** `select` failed: a fault of the API, not of the client. */
  failed(error: unknown): void;
  /** It was invalidated, and is to be forgotten. */
  invalidated(): void;
};

/** One running subscription. */
export type Subscription = {
  readonly field: string;
  readonly mutations: readonly string[];
  wants(published: unknown): boolean;
  isInvalidatedBy(payload: Record<string, unknown>): boolean;
  /** Hands over one published object, after all that came before. Never rejects. */
  deliver(published: unknown): Promise<void>;
  invalidate(): void;
};

const NEVER: Filter = () => false;

/** @throws {SubscriptionFilterError} when a filter that the subscription's resolver has set is malformed */
export function createSubscription(accepted: Accepted, subscriber: Subscriber): Subscription {
  const { field, mutations, args, filter, invalidationFilter } = accepted;
  const wants = filter === undefined ? argumentFilter(args) : parseFilter(filter, 'setSubscriptionFilter');
  const isInvalidatedBy =
    invalidationFilter === undefined ? NEVER : parseFilter(invalidationFilter, 'setSubscriptionInvalidationFilter');
  let last: Promise<void> = Promise.resolve();
  return {
    field,
    mutations,
    wants,
    isInvalidatedBy,
    // One after the other: selections take different times, and a subscriber must not see an older state last.
    deliver: (published) => (last = last.then(() => hand(accepted, published, subscriber))),
    invalidate: () => subscriber.invalidated(),
  };
}

async function hand(accepted: Accepted, published: unknown, subscriber: Subscriber): Promise<void> {
  try {
    subscriber.data(await accepted.select(published));
  } catch (error) {
    subscriber.failed(error);
  }
}
