import type { AuthenticatedCaller } from '../auth/caller.ts';
import type { BatchQueue } from '../datasources/lambda/batchQueue.ts';
import type { ResponseError } from '../errors/responseError.ts';
import type { HandlerOutcome } from '../runtime/contract.ts';
import type { Deadline } from './deadline.ts';

/** What lives as long as one GraphQL request; the `contextValue` of graphql-js. */
export type RequestState = {
  caller: AuthenticatedCaller;
  /** `ctx.request`. */
  request: { headers: Record<string, string>; domainName: string | null };
  /** `ctx.info.variables`: as the client sent them. */
  variables: Record<string, unknown>;
  deadline: Deadline;
  batches: BatchQueue;
  /** Resolvers run so far. */
  resolvers: number;
  /** From `util.appendError`. */
  appended: ResponseError[];
  invalidations: HandlerOutcome['extensions']['invalidations'];
  /** The last `extensions.setSubscriptionFilter` and `setSubscriptionInvalidationFilter`. */
  subscriptionFilter?: unknown;
  subscriptionInvalidationFilter?: unknown;
  /** A published object is being given out: no resolver runs. */
  delivering: boolean;
};
