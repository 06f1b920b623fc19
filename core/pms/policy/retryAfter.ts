const SECONDS = /^\d{1,9}$/;
/** The form that senders must use. Source: RFC 9110 section 5.6.7. */
const HTTP_DATE = /^(Mon|Tue|Wed|Thu|Fri|Sat|Sun), \d\d [A-Z][a-z]{2} \d{4} \d\d:\d\d:\d\d GMT$/;

/**
 * Seconds that a `Retry-After` header asks to wait, never negative; null where it is absent or says nothing.
 * @param now epoch milliseconds
 */
export function retryAfterSeconds(header: string | null | undefined, now: number): number | null {
  const text = header?.trim() ?? '';
  if (SECONDS.test(text)) return Number(text);
  const at = HTTP_DATE.test(text) ? Date.parse(text) : Number.NaN;
  return Number.isNaN(at) ? null : Math.max(0, Math.ceil((at - now) / 1000));
}
