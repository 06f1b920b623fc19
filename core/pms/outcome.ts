/**
 * What became of one push to a PMS. `temporary`: the same message may be taken later, so it is tried again and counts
 * against the circuit. `permanent`: it will not get better and is kept aside with its reason. Reasons hold nothing of
 * the answer's text, which may repeat the guest's data.
 */
export type Outcome =
  | { kind: 'delivered'; confirmationNumber: string | null; warnings: string[] }
  | { kind: 'temporary'; reason: string; retryAfterSeconds: number | null }
  | { kind: 'permanent'; reason: string };

/** What came over HTTP. @see retryAfterSeconds for the header's value */
export type HttpAnswer<Body> = { status: number; retryAfterSeconds: number | null; body: Body };

export function delivered(confirmationNumber: string | null, warnings: string[] = []): Outcome {
  return { kind: 'delivered', confirmationNumber, warnings };
}

export function temporary(reason: string, retryAfterSeconds: number | null = null): Outcome {
  return { kind: 'temporary', reason, retryAfterSeconds };
}

export function permanent(reason: string): Outcome {
  return { kind: 'permanent', reason };
}

/** Does the outcome speak for the PMS's health? A refused booking does: somebody was there and read it. */
export function isHealthy(outcome: Outcome): boolean {
  return outcome.kind !== 'temporary';
}
