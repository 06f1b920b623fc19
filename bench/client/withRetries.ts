import { setTimeout as delay } from 'node:timers/promises';

export type RetryPolicy = {
  /** Tries after the first one. */
  retries: number;
  /** Upper bound of the first wait in ms; it doubles with each retry, up to `capMs`. 0 retries at once. */
  baseMs: number;
  capMs: number;
};

/**
 * Repeats `once` while its outcome is worth another try. Waits are drawn evenly between 0 and the bound, so that
 * those who collided do not meet again at once.
 * @returns the last outcome and how many retries it took
 */
export async function withRetries<T>(
  once: () => Promise<T>,
  isRetryable: (outcome: T) => boolean,
  policy: RetryPolicy,
): Promise<{ outcome: T; retries: number }> {
  for (let retries = 0; ; retries += 1) {
    const outcome = await once();
    if (retries === policy.retries || !isRetryable(outcome)) return { outcome, retries };
    const most = Math.min(policy.capMs, policy.baseMs * 2 ** retries);
    if (most > 0) await delay(Math.random() * most);
  }
}
