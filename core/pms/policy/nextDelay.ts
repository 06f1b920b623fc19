export type RetryPolicy = {
  initialSeconds: number;
  /** The factor from one retry to the next. */
  rate: number;
  maxRetries: number;
};

export const RETRY_POLICY: RetryPolicy = { initialSeconds: 1, rate: 2, maxRetries: 3 };

/**
 * Seconds before retry number `retry` (from 1): anything between none and the backoff, so that those who failed
 * together do not come back together. At least what the PMS asked for. Null when there are no more.
 * @param random in 0 <= random < 1
 */
export function nextDelay(
  retry: number,
  policy: RetryPolicy,
  random: number,
  retryAfterSeconds: number | null = null,
): number | null {
  if (retry > policy.maxRetries) return null;
  return (retryAfterSeconds ?? 0) + backoff(retry, policy) * random;
}

/** Seconds before the owed is tried once more, after `rounds` rounds that left something: it goes on where retries ended. */
export function roundDelay(rounds: number, policy: RetryPolicy, mostSeconds: number): number {
  return Math.min(mostSeconds, backoff(policy.maxRetries + 1 + rounds, policy));
}

function backoff(retry: number, { initialSeconds, rate }: RetryPolicy): number {
  return initialSeconds * rate ** (retry - 1);
}
