import { randomUUID } from 'node:crypto';
import type { GraphQLSchema } from 'graphql';
import type { AuthenticatedCaller } from '../auth/caller.ts';
import { BatchQueue } from '../datasources/lambda/batchQueue.ts';
import { startDeadline } from './deadline.ts';
import { createDocuments, type Documents } from './documents.ts';
import type { RequestState } from './requestState.ts';

/** Seconds a request may take. Source: AppSync quotas, "Request execution time". */
const REQUEST_MS = 30_000;

/** A loaded schema, ready to run operations. */
export type Engine = {
  schema: GraphQLSchema;
  documents: Documents;
  newRequestId(): string;
  log(line: string): void;
  /** The state of a new request; its deadline runs from now. */
  newState(
    caller: AuthenticatedCaller,
    variables: Record<string, unknown>,
    headers: Record<string, string>,
  ): RequestState;
};

type EngineOptions = { introspection: boolean; requestMs?: number | undefined; log(line: string): void };

export function createEngine(
  schema: GraphQLSchema,
  { introspection, requestMs = REQUEST_MS, log }: EngineOptions,
): Engine {
  return {
    schema,
    documents: createDocuments(schema, introspection),
    newRequestId: randomUUID,
    log,
    newState: (caller, variables, headers) => ({
      caller,
      request: { headers, domainName: null },
      variables,
      deadline: startDeadline(requestMs),
      batches: new BatchQueue(),
      resolvers: 0,
      appended: [],
      invalidations: [],
      delivering: false,
    }),
  };
}
