/** Whether a published object (or an invalidation's payload) is meant. Pure; does not throw. */
export type Filter = (published: unknown) => boolean;

/** A filter that AppSync would not take. The message names the place in it and what is wrong there. */
export class SubscriptionFilterError extends Error {
  override name = 'SubscriptionFilterError';
}
