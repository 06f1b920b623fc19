import { expect } from 'vitest';
import type { Answer } from './graphql.ts';

/**
 * As a client does that follows the advice of a retryable error: the same request again, with the same id, until the answer
 * tells what became of it.
 */
export async function insist(send: () => Promise<Answer>): Promise<Answer> {
  for (;;) {
    const answer = await send();
    if (!answer.errors[0]?.errorInfo?.retryable) return answer;
    expect(answer.errors[0].errorType).toMatch(/^(BookingContention|Unavailable)$/);
  }
}
