/** The seam between the GraphQL side of an API and its real-time (WebSocket) side. */

/** Whoever the authorization headers of a connection or a subscription stand for. Opaque to the real-time side. */
export type Caller = object;

export type RealtimeError = { errorType: string; message: string };

/** What the GraphQL side offers to the real-time side. */
export type RealtimeHost = {
  /**
   * Authorizes a connection (`path` `/graphql/connect`) or a `start` message (`path` `/graphql`).
   * Header names are lower case. @throws {UnauthorizedError} with AppSync's message
   */
  authenticate(request: {
    path: '/graphql' | '/graphql/connect';
    headers: Record<string, string>;
    body: string;
  }): Promise<Caller>;
  /** Validates and authorizes one subscription and runs its resolver. */
  subscribe(
    caller: Caller,
    operation: { query: string; variables: Record<string, unknown>; operationName?: string | null },
    headers: Record<string, string>,
  ): Promise<SubscribeOutcome>;
};

export type SubscribeOutcome =
  | { kind: 'rejected'; errors: RealtimeError[] }
  | {
      kind: 'accepted';
      /** The subscription's field, e.g. `onBookingChanged`. */
      field: string;
      /** Names of the mutations in its `@aws_subscribe`. */
      mutations: string[];
      /** Only the arguments the client gave; an explicit null is kept. */
      args: Record<string, unknown>;
      /** From `extensions.setSubscriptionFilter`; replaces filtering by `args`. */
      filter?: unknown;
      /** From `extensions.setSubscriptionInvalidationFilter`. */
      invalidationFilter?: unknown;
      /** Completes one published object with the subscription's selection set: `{data, errors?}`. */
      select(published: unknown): Promise<{ data?: unknown; errors?: unknown[] }>;
    };

/** What the real-time side offers to the GraphQL side. */
export type RealtimeHub = {
  /** A mutation field succeeded; `result` is what its selection set selected. Resolves when every subscriber was written to. */
  publish(mutation: string, result: unknown): Promise<void>;
  /** `extensions.invalidateSubscriptions`. */
  invalidate(subscriptionField: string, payload: Record<string, unknown>): void;
};
