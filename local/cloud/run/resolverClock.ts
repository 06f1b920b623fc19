import type { ResolverClock } from '../contract.ts';

/** The machine's clock until another one is set. */
export function createResolverClock(): ResolverClock & { now(): number } {
  let given: (() => number) | null = null;
  return {
    set(now) {
      given = now;
    },
    now: () => (given ? given() : Date.now()),
  };
}
