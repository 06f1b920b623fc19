import { setTimeout as delay } from 'node:timers/promises';
import { AwsServiceError, type LambdaReply } from '../../appsync/definition.ts';
import type { QueueDeps } from './contract.ts';

const FIRST_WAIT_MS = 50;
const LONGEST_WAIT_MS = 5_000;

/**
 * Invokes the function. While it is throttled, tries again until the messages become visible to others: then Lambda drops
 * them, too, and they come again (Lambda Developer Guide, "Backoff strategy for failed invocations").
 * @param until when that is, in ms since 1970
 * @throws {AwsServiceError} what kept the function from running
 */
export async function invokePatiently(
  invoke: QueueDeps['invoke'],
  call: { functionArn: string; payload: unknown },
  until: number,
  signal: AbortSignal,
): Promise<LambdaReply> {
  for (let wait = FIRST_WAIT_MS; ; wait = Math.min(wait * 2, LONGEST_WAIT_MS)) {
    try {
      return await invoke({ ...call, invocationType: 'RequestResponse' });
    } catch (error) {
      const throttled = error instanceof AwsServiceError && error.code === 'TooManyRequestsException';
      if (!throttled || signal.aborted || Date.now() + wait >= until) throw error;
      // All of a queue's batches would else come back at the same moment.
      await delay(wait * (0.5 + Math.random() / 2), undefined, { signal });
    }
  }
}
