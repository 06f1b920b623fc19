import type { Clock } from './host/clock.ts';

/** The seam between the API (execution, auth, transport) and the APPSYNC_JS runtime that runs one handler. */

/** The `ctx` of a handler, less what the runtime adds itself. All of it must be JSON. */
export type HandlerContext = {
  arguments: Record<string, unknown>;
  source: unknown;
  stash: Record<string, unknown>;
  identity: Record<string, unknown> | null;
  request: { headers: Record<string, string>; domainName: string | null };
  info: {
    fieldName: string;
    parentTypeName: string;
    variables: Record<string, unknown>;
    selectionSetList: string[];
    selectionSetGraphQL: string;
  };
  env: Record<string, string>;
  /** What `util.authType()` answers, e.g. `User Pool Authorization`; not part of `ctx`. */
  authType: string;
  prev: { result: unknown } | null;
  /** Only for response handlers. */
  result?: unknown;
  /** Only for response handlers after a failed data source, and for a pipeline's response handler. */
  error?: { message: string; type: string } | null;
};

/** One entry of a GraphQL `errors` list before path and locations are known. */
export type HandlerError = { message: string; errorType: string | null; data: unknown; errorInfo: unknown };

export type HandlerOutcome = {
  /** What the handler wrote to `ctx.stash`, to be carried on. */
  stash: Record<string, unknown>;
  /** From `util.appendError`. */
  appended: HandlerError[];
  /** From `extensions.*`. */
  extensions: {
    subscriptionFilter?: unknown;
    subscriptionInvalidationFilter?: unknown;
    invalidations: { subscriptionField: string; payload: Record<string, unknown> }[];
  };
} & (
  | { kind: 'value'; value: unknown }
  | { kind: 'earlyReturn'; value: unknown; skipTo: 'END' | 'NEXT' }
  /** `util.error`, `util.unauthorized` or a fault of the code itself (errorType `Code`). */
  | { kind: 'error'; error: HandlerError }
);

/** One loaded bundle (ESM exporting `request` and `response`). Synchronous: APPSYNC_JS has no asynchrony. */
export type HandlerCode = {
  request(context: HandlerContext): HandlerOutcome;
  response(context: HandlerContext): HandlerOutcome;
};

/** Loads a bundle. @throws when it is over 32,768 characters, does not parse, or lacks a handler. */
export type LoadCode = (code: string, name: string, options: LoadOptions) => HandlerCode;

export type LoadOptions = {
  log(line: string): void;
  /** Epoch milliseconds as the handlers are told; null or absent: the machine's. */
  clock?: Clock | null;
};
