export type RetryPolicy = {
  initialSeconds: number;
  /** The factor from one retry to the next. */
  rate: number;
  maxRetries: number;
  /** The longest that a PMS may ask to wait for before the next retry. */
  maxRetryAfterSeconds: number;
};

export const RETRY_POLICY: RetryPolicy = { initialSeconds: 1, rate: 2, maxRetries: 3, maxRetryAfterSeconds: 20 };

/**
 * Seconds before retry number `retry` (from 1): anything between none and the backoff, so that those who failed
 * together do not come back together. At least what the PMS asked for, up to the cap. Null when there are no more.
 * @param random in 0 <= random < 1
 */
export function nextDelay(
  retry: number,
  policy: RetryPolicy,
  random: number,
  retryAfterSeconds: number | null = null,
): number | null {
  if (retry > policy.maxRetries) return null;
  const backoff = policy.initialSeconds * policy.rate ** (retry - 1);
  const asked = Math.min(retryAfterSeconds ?? 0, policy.maxRetryAfterSeconds);
  return asked + backoff * random;
}
