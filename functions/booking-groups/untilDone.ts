import { mayPass } from '../shared/dynamodb/mayPass.ts';
import { deadlineOf } from '../shared/deadline.ts';
import { logger } from '../shared/logger.ts';
import { pauseBefore } from '../shared/retry.ts';
import { type Answer, refuse } from './answer.ts';

/** More than an attempt takes that waits for a page to cool down, and then for a busy table. */
const MARGIN_MS = 10_000;

/**
 * Tries again while others are in the way, tables are throttled or answers lost, until the time is up. Every attempt reads
 * first what became of the one before.
 * @param attempt answers null where others were in the way
 * @throws what no further attempt can mend
 */
export async function untilDone(
  context: { getRemainingTimeInMillis(): number },
  attempt: () => Promise<Answer | null>,
): Promise<Answer> {
  const deadline = deadlineOf(context, MARGIN_MS);
  for (let failures = 0; failures === 0 || !deadline.isNear(); failures++) {
    await pauseBefore(failures);
    try {
      const answer = await attempt();
      if (answer) return answer;
    } catch (error) {
      if (!mayPass(error)) throw error;
      logger.warn('an attempt is without answer', { reason: error.name });
    }
  }
  return refuse(
    'BookingContention',
    'Too many people are changing these nights. Send the same request again; to book, with the same groupId.',
  );
}
