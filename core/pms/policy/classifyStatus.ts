import { type HttpAnswer, type Outcome, permanent, temporary } from '../outcome.ts';

/**
 * The client errors that pass without the message being changed. 401, 403 and 407: the property's credentials get put
 * right, and its circuit holds the messages meanwhile. 408, 425 and 429 ask for another attempt. 409, 421, 423: the
 * same key is still being worked on, the wrong server answered, the reservation is locked. 424: something before it
 * failed. Source: RFC 9110 section 15.5; RFC 8470; RFC 6585; RFC 4918 section 11.
 */
const PASSING = new Set([401, 403, 407, 408, 409, 421, 423, 424, 425, 429]);

/**
 * What the status alone says: null for 2xx, where the body decides. Redirects are not followed, so they are permanent:
 * an address that a PMS names in an answer has not been checked as the configured one has.
 */
export function classifyStatus(answer: HttpAnswer<unknown>): Outcome | null {
  const { status } = answer;
  if (status >= 200 && status < 300) return null;
  if (status >= 500 || PASSING.has(status)) return temporary(`HTTP ${status}`, answer.retryAfterSeconds);
  if (status >= 400) return permanent(`HTTP ${status}`);
  if (status >= 300) return permanent(`HTTP ${status}: redirects are not followed`);
  return temporary(`HTTP ${status}: no final answer`);
}

/** No answer came: whether the PMS took the message is unknown, so it is sent again. */
export function classifySilence(cause: 'timeout' | 'network'): Outcome {
  return temporary(cause === 'timeout' ? 'no answer in time' : 'no connection');
}
