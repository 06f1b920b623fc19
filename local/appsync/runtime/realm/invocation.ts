import type { HandlerContext, HandlerError } from '../contract.ts';
import { LOOP_LIMIT, STEP_BUDGET } from '../limits.ts';
import { Failure, Limit } from './intrinsics.ts';

/** How a handler ended other than by returning. */
export type Ending =
  | { kind: 'error'; error: HandlerError }
  | { kind: 'earlyReturn'; value: unknown; skipTo: 'END' | 'NEXT' };

export type Invocation = {
  handler: 'request' | 'response';
  context: HandlerContext;
  log(line: string): void;
  appended: HandlerError[];
  /** `ctx.outErrors`: the same for the handler to read, apart so that it cannot change what is reported. */
  outErrors: HandlerError[];
  subscriptionFilter?: unknown;
  subscriptionInvalidationFilter?: unknown;
  invalidations: { subscriptionField: string; payload: Record<string, unknown> }[];
  ending?: Ending;
};

/** Thrown to leave a handler early; why is in the invocation's `ending`. Made once: a stack trace costs more than a handler. */
export const LEAVE = new Failure('The handler ended early');

// Handlers are synchronous and do not call one another, so one invocation at a time is enough.
let running: Invocation | null = null;
let steps = 0;

export function begin(invocation: Invocation): void {
  running = invocation;
  steps = 0;
}

/** The running invocation. */
export function invocation(): Invocation {
  if (!running) throw new Limit('There is no running handler');
  return running;
}

export function leave(ending: Ending): never {
  invocation().ending = ending;
  throw LEAVE;
}

/** Called by the bundle itself (see bundle/meter.ts) at each loop round and function call. */
export function step(): void {
  steps += 1;
  if (steps > STEP_BUDGET) throw new Limit(`The handler took more than ${STEP_BUDGET} steps`);
}

/**
 * Called by the bundle when a loop passes its limit. AppSync is reported to stop such a loop silently at 1,000
 * (aws-appsync-community issue 371), which drops data unseen: here it is an error.
 */
export function stopLoop(): never {
  throw new Limit(`A loop took more than ${LOOP_LIMIT} rounds; AppSync would stop it silently there`);
}
