import { type GraphqlClient, isRetryable, type Outcome } from '../../client/graphqlClient.ts';
import type { Session } from '../../client/session.ts';
import { type RetryPolicy, withRetries } from '../../client/withRetries.ts';
import type { End, Operation, Tally } from './tally.ts';

const RETRY: RetryPolicy = { retries: 8, baseMs: 20, capMs: 1_000 };

export type Caller = { client: GraphqlClient; staff: Session; tally: Tally };

/** One request of staff, without retries. */
export async function send<T>({ client, staff }: Caller, query: string, variables: Record<string, unknown>) {
  return client.send<T>(query, variables, await staff.idToken());
}

/** Repeats `once` until its answer tells, and counts it all as one operation. */
export async function call<T>({ tally }: Caller, operation: Operation, once: () => Promise<Outcome<T>>) {
  const startedAt = performance.now();
  const { outcome, retries } = await withRetries<Outcome<T>>(once, isRetryable, RETRY);
  const end = endOf(outcome);
  tally.record(operation, end, retries, startedAt);
  return { outcome, end, retries };
}

/** A retryable refusal that stays is no answer either: an earlier try may have sold. */
function endOf(outcome: Outcome<unknown>): End {
  if (outcome.kind === 'ok') return { kind: 'done' };
  if (outcome.kind === 'refused' && !outcome.retryable) return { kind: 'refused', type: outcome.type };
  return { kind: 'gaveUp' };
}
