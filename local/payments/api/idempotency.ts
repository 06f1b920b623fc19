import type { Answer } from '../../simulator/http/react.ts';
import type { Payments } from '../payments.ts';
import { ApiError } from './apiError.ts';

const KEPT_SECONDS = 24 * 60 * 60;
const LONGEST_KEY = 255;

/**
 * The answer that a key has got before; null where it is new, or a day old.
 * Source: Stripe API reference, "Idempotent requests".
 * @throws {ApiError} when it was used for something else
 */
export function savedAnswer(payments: Payments, key: string, path: string, form: string): Answer | null {
  if (key.length > LONGEST_KEY) throw mismatch(`Idempotency keys can be up to ${LONGEST_KEY} characters long.`);
  const saved = payments.answers.get(key);
  if (saved === undefined) return null;
  if (payments.now() - saved.savedAt >= KEPT_SECONDS) {
    payments.answers.delete(key);
    return null;
  }
  if (saved.path !== path || saved.form !== form) {
    throw mismatch(
      'Keys for idempotent requests can only be used with the same parameters they were first used with. ' +
        `Try using a key other than '${key}' if you meant to execute a different request.`,
    );
  }
  const headers = { 'content-type': 'application/json', 'idempotency-key': key, 'idempotent-replayed': 'true' };
  return { status: saved.status, headers, body: saved.body };
}

const mismatch = (message: string): ApiError => new ApiError(400, { type: 'idempotency_error', message });
